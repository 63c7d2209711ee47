import { describe, expect, it } from 'vitest';
import { sentences } from '../../../../src/ingest/recognise/finding.ts';
import { foldKeepingLength } from '../../../../src/ingest/recognise/fold.ts';
import type { Passage } from '../../../../src/ingest/review/passages.ts';
import { sensitivePassages } from '../../../../src/ingest/review/sensitive/index.ts';
import { sites } from '../../sites.fixture.ts';
import { minutesText, reviewOf, said } from './reviewing.ts';

const NAMES = [
  'Tifaine Lune-Aubert',
  'Marguerite PIVERT',
  'TALBOT Yannick',
  'Ophélie RANCHIN',
  'Bastien LORMEAU',
  'Nour HADDAD',
];

type Place = Pick<Passage, 'topic' | 'sites'>;
const NEWS: Place = { topic: 'news', sites: ['nimes'] };
const PROSE: Place = { topic: 'section', sites: [] };
const PEOPLE: Place = { topic: 'excused', sites: [] };

const find = (text: string, place: Place): string[] =>
  said(
    sensitivePassages(
      sentences(text).map((sentence) => ({
        text: sentence.text,
        folded: foldKeepingLength(sentence.text),
        line: 1,
        index: 0,
        asks: sentence.text.endsWith('?'),
        ...place,
      })),
      NAMES,
      sites,
    ),
  );

describe('what may be sensitive', () => {
  it.each([
    [
      NEWS,
      'Une petite fille de 14 mois a été hospitalisée trois semaines pour une bronchiolite.',
      'santé',
    ],
    [
      NEWS,
      'Le bébé arrivé en mars est atteint d’une cardiopathie, son opération est prévue.',
      'santé',
    ],
    [NEWS, 'Un garçon de 3 ans a été diagnostiqué TSA en septembre.', 'santé'],
    [NEWS, 'Décès d’un enfant de la pouponnière le mois dernier, l’équipe est éprouvée.', 'santé'],
    [NEWS, 'La maman des jumeaux est incarcérée depuis juin.', 'judiciaire'],
    [NEWS, 'Une fratrie de trois a été séparée à la suite du décès de leur mère.', 'santé'],
    [NEWS, 'Deux enfants inclus sont repartis chez leur mère en février.', 'familiale'],
    [NEWS, 'Deux frères ont été victimes de violences dans leur famille d’accueil.', 'familiale'],
    [NEWS, 'Un enfant né sous X en juillet a été inclus.', 'familiale'],
    [PROSE, 'À Épinal, un nourrisson secoué a été admis en réanimation.', 'santé'],
    [NEWS, 'Le petit Noé a été adopté cet été.', 'prénom'],
    [NEWS, 'Inès, 4 ans, entre à l’école.', 'prénom'],
    [NEWS, 'Yannick est en arrêt maladie depuis trois semaines.', 'Yannick'],
    [NEWS, 'Ophélie, enceinte, s’arrêtera en janvier.', 'Ophélie'],
    [
      NEWS,
      'Notre secrétaire est hospitalisée, les dossiers prennent du retard.',
      'Notre secrétaire',
    ],
    [NEWS, 'La coordinatrice est en congé maternité, Nour assure l’intérim.', 'La coordinatrice'],
    [
      NEWS,
      'Le remplacement du congé maternité de la psychologue n’est pas assuré.',
      'la psychologue',
    ],
    [NEWS, 'Retour à mi-temps après un arrêt maladie de 6 semaines.', 'une personne de l’équipe'],
    [
      PEOPLE,
      'Absentes : Ophélie RANCHIN, Tifaine Lune-Aubert (arrêt de travail)',
      'Tifaine Lune-Aubert',
    ],
    [NEWS, 'Retour de Marguerite après six mois d’absence.', 'Marguerite'],
    [NEWS, 'Grosse fatigue après deux arrêts maladie.', 'équipe'],
    [PROSE, 'Bastien nous a quittés cet été des suites d’un cancer.', 'Bastien'],
    [PROSE, 'Nour est absente pour raisons familiales (décès de son père).', 'Nour'],
    [
      PEOPLE,
      'Excusées : Ophélie RANCHIN (Uzès), Marguerite PIVERT (Nîmes, opérée du genou), Nour HADDAD',
      'Marguerite PIVERT',
    ],
    [
      PEOPLE,
      'HADDAD Nour (Uzès), TALBOT Yannick (Nîmes, arrêt maladie), PIVERT Marguerite',
      'TALBOT Yannick',
    ],
    [PROSE, 'Joindre Yannick sur son portable : 06 12 34 56 78.', 'téléphone'],
    [PROSE, 'Rendez-vous au domicile de Mme Pivert, 14 rue des Acacias, 30000 Nîmes.', 'adresse'],
    [PROSE, 'L’enfant, née le 12 mars 2024, changera de secteur.', 'date de naissance'],
  ] as const)('%# %s', (place, text, told) => {
    const found = find(text, place);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(told);
  });

  it.each([
    [NEWS, 'Le suivi de santé des enfants se poursuit normalement.'],
    [NEWS, 'Difficulté à trouver un pédopsychiatre pour les enfants présentant des troubles.'],
    [NEWS, 'Formation de l’équipe sur le syndrome d’alcoolisation fœtale le 12 mars à Nantes.'],
    [NEWS, 'Beaucoup d’arrêts maladie dans l’équipe éducative.'],
    [NEWS, 'La pouponnière a connu une épidémie de gastro-entérite.'],
    [NEWS, 'Les enfants en situation de handicap peuvent être inclus comme les autres.'],
    [NEWS, 'En cas d’arrêt maladie de la coordinatrice, l’ECNP prend le relais.'],
    [NEWS, 'Arrêt des inclusions depuis la dernière conférence.'],
    [NEWS, 'Le projet de réseau est en arrêt faute de financement.'],
    [NEWS, 'Marguerite a présenté les résultats de l’étude sur les violences conjugales.'],
    [
      NEWS,
      '54 inclusions, 48 suivis, trois enfants sortis pour retour en famille, deux adoptions depuis janvier.',
    ],
    [NEWS, 'Deux admissions refusées en mai faute de place.'],
    [
      NEWS,
      'Un enfant de plus est inclus depuis la dernière fois, suite à un placement en urgence.',
    ],
    [NEWS, 'Ophélie est en congé jusqu’au 15 août.'],
    [NEWS, 'Une famille d’accueil sur deux demande un soutien psychologique.'],
    [NEWS, 'Une convention a été signée avec le service de psychiatrie de l’hôpital.'],
    [
      NEWS,
      'La coordinatrice assure seule le traitement des dossiers depuis la séparation des services.',
    ],
    [PROSE, 'En cas de décès d’un enfant, clôturez le dossier et prévenez l’ECNP.'],
    [PROSE, 'Un enfant hospitalisé peut-il garder ses séances de psychomotricité ?'],
    [PROSE, 'Que faire quand la mère est incarcérée ?'],
    [PROSE, 'La recherche porte sur les troubles du langage chez l’enfant de 3 ans.'],
    [PROSE, 'L’assurance maladie rembourse le forfait bilan.'],
    [PROSE, 'Le congé maternité ouvre droit à remplacement dans la convention.'],
    [PROSE, 'Les enfants nés prématurément sont vus plus souvent la première année.'],
    [PROSE, 'Un enfant adopté peut rester dans le programme si ses parents le souhaitent.'],
    [PROSE, 'Le juge des enfants est informé de l’inclusion de chaque enfant.'],
    [PROSE, 'Nous déménageons au 12 rue des Tilleuls, 49000 Angers.'],
    [PROSE, 'Prendre contact avec le secrétariat : 02 41 00 00 00.'],
    [PEOPLE, 'Excusés : Nour HADDAD (en formation), Yannick TALBOT (réunion, congés)'],
  ] as const)('lets general talk pass: %# %s', (place, text) => {
    expect(find(text, place)).toEqual([]);
  });

  it('quotes the sentence with its line, and strikes out what looks like a social security number', async () => {
    const prose = 'La fiche de l’enfant porte le numéro 2 24 03 30 189 012 11, à corriger.';
    const { sensitive } = await reviewOf(minutesText({ prose }));
    expect(said(sensitive)).toEqual(['peut-être un numéro de sécurité sociale']);
    expect(sensitive[0]?.line).toBeGreaterThan(5);
    expect(sensitive[0]?.sentence).toBe(
      'La fiche de l’enfant porte le numéro 2••••••••••••, à corriger.',
    );
  });
});
