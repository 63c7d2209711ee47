import type { DocumentData } from '../minutes/documents.ts';
import type { Minutes } from '../minutes/minutes.ts';
import { type MinutesRef, refOf } from './order.ts';

/** The documents that one CR announces. */
export interface AnnouncedDocuments {
  /** As the list of documents names the CR. */
  announced: number | string;
  /** `null` while that CR is not in the portal. */
  ref: MinutesRef | null;
  documents: DocumentData[];
}

/** Documents by the CR that announces them: newest first, those of CRs that are missing last. */
export function documentsByMinutes(
  documents: readonly DocumentData[],
  minutes: readonly Minutes[],
): AnnouncedDocuments[] {
  const groups = new Map<number | string, DocumentData[]>();
  for (const one of documents) {
    groups.set(one.announced, [...(groups.get(one.announced) ?? []), one]);
  }
  return [...groups]
    .map(([announced, members]) => {
      const cr = minutes.find(({ route }) => route === String(announced));
      return { announced, ref: cr === undefined ? null : refOf(cr), documents: members };
    })
    .sort((a, b) => (b.ref?.date ?? '').localeCompare(a.ref?.date ?? ''));
}
