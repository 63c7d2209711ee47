import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Label,
  type Labelled,
  placeLabels,
} from '../../../src/components/sites/map/labels.ts';

const frame = { width: 340, height: 330 };

const boxOf = ({ width, height }: Labelled, { left, top }: Label) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const item = fc.record({
  at: fc.tuple(fc.integer({ min: 10, max: 330 }), fc.integer({ min: 10, max: 320 })),
  radius: fc.integer({ min: 3, max: 15 }),
  width: fc.integer({ min: 30, max: 120 }),
  height: fc.constant(17),
});

it('lays no label on another, on a star or beyond the frame, whatever the sites', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 25 }), (items) => {
      const labels = placeLabels(items, frame);
      const boxes = items.flatMap((one, index) => {
        const label = labels[index];
        return label ? [boxOf(one, label)] : [];
      });
      boxes.forEach((box, index) => {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(frame.width);
        expect(box.bottom).toBeLessThanOrEqual(frame.height);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          expect(apart).toBe(true);
        }
        for (const { at, radius } of items) {
          const across = Math.max(box.left - at[0], 0, at[0] - box.right);
          const down = Math.max(box.top - at[1], 0, at[1] - box.bottom);
          expect(Math.hypot(across, down)).toBeGreaterThanOrEqual(radius);
        }
      });
    }),
  );
});

it('finds a place for all of a crowd, with a line to those that stand farther off', () => {
  const crowd = Array.from({ length: 9 }, (_, index) => ({
    at: [160 + (index % 3) * 14, 160 + Math.floor(index / 3) * 14] as const,
    radius: 6,
    width: 70,
    height: 17,
  }));
  const labels = placeLabels(crowd, frame);
  expect(labels).not.toContain(null);
  expect(labels.some((label) => label?.led)).toBe(true);
});

it('sets a lonely label right of its star, and left of it at the edge', () => {
  const one = { at: [100, 100] as const, radius: 8, width: 60, height: 16 };
  const edge = { ...one, at: [320, 200] as const };
  expect(placeLabels([one, edge], frame)).toMatchObject([
    { anchor: 'start', led: false },
    { anchor: 'end', led: false },
  ]);
});

it('keeps off a line where it can', () => {
  const one = { at: [100, 100] as const, radius: 8, width: 60, height: 16 };
  const [label] = placeLabels([one], frame, [[[100, 100], [300, 100]]]); // prettier-ignore
  expect(label?.anchor).toBe('end');
});
