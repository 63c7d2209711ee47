import type { TextPassage } from './passages.ts';
import type { MinutesFrontmatter } from './schema.ts';

/** Figures of a site that a CR states; each `null` where it does not. */
export interface SiteFigures {
  /** Children included since the beginning (stock). */
  inclusions: number | null;
  /** Children followed now. */
  followed: number | null;
  /** Children or files waiting to be included. */
  waiting: number | null;
  /** Staff in place, in full-time equivalents. */
  fte: number | null;
}

/** Whether a word is the name of a figure. */
export function isFigure(name: string): name is keyof SiteFigures {
  return ['inclusions', 'followed', 'waiting', 'fte'].includes(name);
}

/** Anchors of the sentences that state figures, on the CR's page; `null` where none is marked. */
export type FigureAnchors = Record<keyof SiteFigures, string | null>;

/** What a site (or ECNP, slug `ecnp`) reported at one conference. */
export interface SiteNews extends SiteFigures {
  site: string;
  /** Anchor on the CR's page: `epinal`, then `epinal-2` for a second one. */
  anchor: string;
  /** How the CR names the speaker: `Epinal :`, `Vendée :`; '' where it does not. */
  label: string;
  /** Plain text without the label; paragraphs parted by a line feed. */
  text: string;
  /** Where its figures are read from. */
  evidence: FigureAnchors;
}

export interface Question {
  anchor: string;
  status: 'answered' | 'open';
  /** Plain text. */
  question: string;
  /** Plain text, paragraphs parted by a line feed; `null` while open. */
  answer: string | null;
}

export interface Training {
  site: string | null;
  text: string;
}

/** A training at its place in a CR. */
export interface PlacedTraining extends Training {
  /** Anchor of the heading it stands under; `null` above the first. */
  section: string | null;
}

export interface Webinar {
  date: string | null;
  registration: string | null;
}

/** A picture in the folder beside the CR. */
export interface PictureOf {
  /** `image-1.png`. */
  file: string;
  /** '' for an ornament, or one that nobody has described yet. */
  alt: string;
}

/** One heading of the CR's body. */
export interface Section {
  anchor: string;
  title: string;
  depth: number;
}

/** A CR as data: its frontmatter and what its body marks. */
export interface Minutes extends MinutesFrontmatter {
  /** Stem of the file: `050`. */
  id: string;
  /** Last part of the CR's route: `50`, or its date where it has no number. */
  route: string;
  /** Anchor of the sentence that states the national figure; `null` where none is marked. */
  inclusionsAnchor: string | null;
  sections: Section[];
  news: SiteNews[];
  questions: Question[];
  trainings: PlacedTraining[];
  webinars: Webinar[];
  /** In the order of the body. */
  pictures: PictureOf[];
  /** Names of what was redacted, in order: `password`. */
  redacted: string[];
  /** The whole text, in the order of the body. */
  passages: TextPassage[];
}
