import { type Options, ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as french from '@zxcvbn-ts/language-fr';
import { normalisePassphrase } from '../format/kdf.ts';

/**
 * Powers of ten of guesses that a passphrase has to withstand. Whoever has the sealed files can try
 * without being seen: at a thousand tries a second (64 MiB each), 10^16 take 300,000 years.
 */
const LEAST = 16;

/** What zxcvbn finds, said to an operator. */
const WARNINGS: Options['translations']['warnings'] = {
  straightRow: 'Des touches voisines du clavier se devinent facilement.',
  keyPattern: 'Un parcours sur le clavier se devine facilement.',
  simpleRepeat: 'Une lettre répétée se devine facilement.',
  extendedRepeat: 'Un motif répété se devine facilement.',
  sequences: 'Une suite comme « abc » ou « 1234 » se devine facilement.',
  recentYears: 'Une année récente se devine facilement.',
  dates: 'Une date se devine facilement.',
  topTen: 'C’est l’un des dix mots de passe les plus utilisés.',
  topHundred: 'C’est l’un des cent mots de passe les plus utilisés.',
  common: 'C’est un mot de passe très utilisé.',
  similarToCommon: 'Elle ressemble à un mot de passe très utilisé.',
  wordByItself: 'Un mot seul se devine facilement.',
  namesByThemselves: 'Un nom ou un prénom se devine facilement.',
  commonNames: 'Des noms ou prénoms courants se devinent facilement.',
  userInputs: 'Elle reprend un nom du programme, d’une salle ou d’un site.',
  pwned: 'Elle figure dans des listes de mots de passe volés.',
};

/** How well a passphrase withstands guessing. */
export interface Strength {
  isWeak: boolean;
  /** Why, in French; empty where it is not weak. */
  reasons: string[];
}

let checker: ZxcvbnFactory | null = null;

/**
 * Judges a passphrase with zxcvbn and dictionaries of French.
 * @param ownWords names that an attacker would try first
 */
export function strengthOf(passphrase: string, ownWords: readonly string[]): Strength {
  checker ??= new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...french.translations, warnings: WARNINGS },
  });
  const { guessesLog10, feedback } = checker.check(normalisePassphrase(passphrase), [...ownWords]);
  if (guessesLog10 >= LEAST) return { isWeak: false, reasons: [] };
  const digits = Math.max(1, Math.floor(guessesLog10));
  return {
    isWeak: true,
    reasons: [
      ...(feedback.warning === null ? [] : [feedback.warning]),
      `Il suffirait d’environ 10^${digits} essais pour la deviner ; il en faut 10^${LEAST}.`,
      'Prenez six mots choisis au hasard, ou laissez le portail en faire une (sans --passphrase).',
    ],
  };
}
