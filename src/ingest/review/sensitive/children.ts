import { siteKey, type SiteTable } from '../../../minutes/sites.ts';
import { findDates } from '../../recognise/dates.ts';
import type { Passage } from '../passages.ts';
import { type Matter, weightiest } from './terms.ts';

const SOME = '(?:une?|deux|trois|quatre|[2-4])';
const CHILD =
  '(?:enfants?|bebes?|nourrissons?|nouveau-nes?|fillettes?|garconnets?|garcons?|petites? filles?|petits? garcons?|filles?|jumeaux?|jumelles?|adolescente?s?|freres?|s(?:oe|o)urs?)';
/** A child or a few; a case of one. */
const SINGLE = new RegExp(
  [
    `(?<!\\p{L})(?:${SOME}|cet|cette|l'une? des|les ${SOME}|ces ${SOME}) (?:(?:tres |plus )?(?:jeunes?|autres?|seule?|derniers?|dernieres?|petite?s?|memes?) )*${CHILD}(?!\\p{L})(?! sur )`,
    `(?<!\\p{L})(?:le|la|du|au) (?:(?:petite?|jeune) (?:garcon|fille|bebe|enfant|frere|s(?:oe|o)ur|dernier|derniere)|bebe|fillette|jumeau|jumelle|nourrisson|benjamine?|cadette?)(?!\\p{L})`,
    `(?<!\\p{L})(?:les|des|aux) (?:jumeaux|jumelles|triples)(?!\\p{L})|(?<!\\p{L})(?:une|la|cette) fratrie(?!\\p{L})`,
    `(?<!\\p{L})l'enfant (?:a|avait|est|etait|n'a|n'est|vient|vit|reste|presente|souffre|retourne|part|sort|va)(?!\\p{L})`,
    `(?<!\\p{L})(?:une?|la seule|deux|2) (?:sorties?|dossiers?|situations?|departs?|admissions?|retours? (?:a domicile|en famille))(?!\\p{L})(?! sur )`,
    `(?<!\\p{L})deces d'une? `,
  ].join('|'),
  'u',
);
/** A relative of one child. */
const RELATIVE =
  /(?<!\p{L})(?:(?:la|une|sa|cette) (?:jeune |future )?(?:maman|mere|grand-mere|tante)|(?:le|un|son|ce) (?:jeune |futur )?(?:papa|pere|grand-pere|oncle)|une famille(?! sur | d'accueil sur )|(?:la|cette) famille(?! d'accueil)|un (?:jeune )?couple|les parents (?:d'une?|de l'enfant|du bebe|de la petite|du petit|de cet))(?!\p{L})/u;
const KIN =
  /(?<!\p{L})(?:petites? filles?|petits? garcons?|fillette|garcon|jumeaux?|jumelles?|fratrie|ainee?|cadette?|benjamine?|derniere? (?:nee?|incluse?)|(?:pere|mere|maman|papa|parents) (?:d'une?|de la|de l'|du))(?!\p{L})/u;
const NUMBER =
  '(?:\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt)';
const AGE = new RegExp(
  `(?<!\\p{L})(?:agee?s? d[e']\\s*|${CHILD} (?:\\p{L}+ )?de |, |\\()${NUMBER} (?:ans?|mois|jours|semaines)(?: et demie?)?(?!\\p{L})|(?<!\\p{L})nee?s? (?:le|en|au|a|prematur)`,
  'u',
);
const WHEN =
  /(?<!\p{L})(?:(?:en|debut|fin|mi-|courant) ?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|(?:le mois|la semaine|l'an) dernie?re?|dernierement|recemment|hier|ce (?:matin|mois|jour)|cette (?:semaine|annee)|cet (?:ete|automne|hiver)|depuis)(?!\p{L})/u;
const FACT =
  /(?<!\p{L})(?:a|ont|avait|avaient|etait|etaient|vient d|viennent d|suite (?:a|au))(?!\p{L})|(?<!\p{L})(?:est|sont) \p{L}+(?:e|ee|es|ees|i|ie|is|u|ue|us|it|ite)(?!\p{L})/u;
/** A sentence that counts children tells of none of them. */
const COUNTS = /(?<!\p{L})\d+ (?:enfants? )?(?:inclus|inclusions|suivis)(?!\p{L})/u;
/** What makes a sentence one about children in general. */
const GENERAL =
  /(?<!\p{L})(?:en cas d|lorsqu|quand|si (?:une?|l'|la|le|les|ses|on|vous)|s'il|lors d|peut-on|peut-il|tout enfant|tout bebe|chaque|aucune?|pour tout|eligibles?|protocoles?|procedures?|formations?|modules?|webinaires?|colloques?|journees?|guides?|questionnaires?|etudes?|recherche|decrets?|par exemple|ex :|merci d|il convient|en general|souvent|parfois)/u;
const MODAL =
  /(?<!\p{L})(?:peut|peuvent|pourra|pourrait|faut|doit|devra|devrait|serait|seraient)(?!\p{L})/u;

/** How sure it has to be that a sentence tells of one child before it is shown. */
const THRESHOLD = 4;

/** What a sentence tells of a child or its family, and what makes them recognisable. */
export interface ChildPassage {
  matter: Matter;
  /** The word that tells it, as written. */
  term: string;
  /** French: `l’âge`, `le lieu`… */
  details: string[];
}

/**
 * Reads whether a sentence tells of the health, the family or a legal matter of a child (or of a few,
 * or of a relative) in a way that lets others recognise them. Weighs who is meant, by which details,
 * and how plainly it is told, against what makes a sentence a general one.
 */
export function childPassage(passage: Passage, sites: SiteTable): ChildPassage | null {
  const { folded } = passage;
  const term = weightiest(folded);
  const isChild = SINGLE.test(folded);
  if (term === null || !(isChild || RELATIVE.test(folded))) return null;
  const details = [
    AGE.test(folded) ? 'l’âge' : '',
    KIN.test(folded) ? 'la parenté' : '',
    isPlaced(passage, sites) ? 'le lieu' : '',
    WHEN.test(folded) || findDates(passage.text).length > 0 ? 'la date' : '',
  ].filter((detail) => detail !== '');
  const isGeneral = passage.asks || GENERAL.test(folded);
  const score =
    1 +
    term.weight +
    details.length +
    (FACT.test(folded) ? 1 : 0) -
    (isGeneral ? 2 : 0) -
    (COUNTS.test(folded) ? 1 : 0) -
    (MODAL.test(folded) ? 1 : 0);
  if (score < THRESHOLD || details.length === 0) return null;
  return { matter: term.matter, term: passage.text.slice(term.start, term.end), details };
}

/** Whether a sentence stands in a site's news, or names one or another town. */
function isPlaced({ text, sites: slugs }: Passage, sites: SiteTable): boolean {
  if (slugs.some((slug) => slug !== 'ecnp')) return true;
  const key = ` ${siteKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const named = sites.sites.some((site) =>
    [site.name, ...site.aliases].some((label) => key.includes(` ${siteKey(label)} `)),
  );
  return named || /(?:^|\s)à \p{Lu}\p{Ll}{2,}/u.test(text);
}
