import { describe, expect, it } from 'vitest';
import { siteTable } from '../../../src/minutes/sites.ts';
import { sites } from '../sites.fixture.ts';

describe('siteTable', () => {
  it.each([
    ['Epinal', 'epinal'],
    ['VOSGES', 'epinal'],
    ['La Roche sur Yon', 'la-roche-sur-yon'],
    ['La Roche‑sur‑Yon', 'la-roche-sur-yon'],
    ['St-Nazaire', 'nantes'],
    ['St Nazaire', 'nantes'],
    ['Chambe\u0301ry', 'chambery'],
    ['ECNP', 'ecnp'],
  ])('finds %s', (name, slug) => {
    expect(sites.find(name)).toBe(slug);
  });

  it.each(['Golbey', 'Roche', 'Pas', ''])('does not take %j for a site', (name) => {
    expect(sites.find(name)).toBeNull();
  });

  it('refuses a name that two sites share', () => {
    const site = (slug: string, name: string, aliases: string[]) => ({
      slug,
      name,
      aliases,
      department: { code: '01', name: 'Ain' },
      coordinates: { latitude: 46, longitude: 5 },
    });
    expect(() => siteTable([site('a', 'Bourg', []), site('b', 'Belley', ['bourg'])])).toThrow(
      /"a" and "b"/,
    );
  });
});
