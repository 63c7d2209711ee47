import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/ingest/recognise/figures.ts';

describe('readFigures: followed', () => {
  it.each<[string, number]>([
    ['La file active est de 46 enfants.', 46],
    ['File active : 46', 46],
    ['46 enfants en file active.', 46],
    ['L’équipe suit actuellement 46 enfants.', 46],
    ['Nous suivons 46 enfants, 12 sont sortis.', 46],
    ['46 enfants sont toujours suivis.', 46],
    ['Parmi eux, 46 bénéficient d’un suivi.', 46],
    ['Il y a 46 enfants actuellement suivis (50 en mars).', 46],
    ['Suivis actifs : 46.', 46],
    ['Le nombre d’enfants suivis passe de 68 à 70.', 70],
    ['Le suivi concerne 70 enfants.', 70],
    ['70 enfants suivis, dont 12 suivis à distance.', 70],
    ['La file active est passée de 72 à 70.', 70],
    ['La file active s’établit à 70 enfants.', 70],
    ['sur une file active de 70 enfants, 12 ont plus de 5 ans', 70],
    ['Les 70 enfants suivis ont tous un bilan.', 70],
  ])('reads %j', (text, value) => {
    const read = readFigures(text);
    expect(read.followed?.value).toBe(value);
    expect(Object.values(read).filter((figure) => figure !== null)).toHaveLength(1);
  });

  it.each([
    'Environ 40 enfants suivis.',
    '3 enfants suivis conjointement avec Nantes.',
    '4 suivis terminés.',
    'Le suivi de 3 enfants s’achève.',
    '12 enfants ne sont plus suivis.',
    'Trois nouveaux enfants suivis par la psychologue.',
    '5 enfants suivis par le CAMSP.',
  ])('reads none in %j', (text) => {
    expect(Object.values(readFigures(text)).filter((figure) => figure !== null)).toEqual([]);
  });
});

describe('readFigures: waiting', () => {
  it.each<[string, number]>([
    ['5 inclusions en attente de signature.', 5],
    ['1 dossier est en attente.', 1],
    ['Restent 3 dossiers en attente.', 3],
    ['Il reste 3 dossiers en attente.', 3],
    ['5 demeurent en attente d’inclusion.', 5],
    ['La liste d’attente compte 4 enfants.', 4],
    ['La liste d’attente est passée de 11 à 6 enfants.', 6],
    ['4 enfants sur liste d’attente.', 4],
    ['Quatre enfants attendent d’être inclus.', 4],
    ['Deux bébés attendent la signature du juge.', 2],
    ['Un dossier en attente de la signature des parents.', 1],
    ['En attente : 2 dossiers.', 2],
    ['En attente d’inclusion : 2', 2],
    ['Aucun dossier en attente.', 0],
    ['6 enfants à inclure.', 6],
    ['12 inclusions en attente du retour des parents.', 12],
    ['Trois dossiers restent en attente de la signature d’un parent.', 3],
    ['2 dossiers attendent l’accord du juge.', 2],
    ['Deux fratries en attente d’inclusion.', 2],
    ['Dossiers en attente : 3', 3],
    ['3 en attente (consentement)', 3],
    ['3 demandes d’inclusion en attente', 3],
    ['Plus aucun enfant en attente d’inclusion.', 0],
    ['3 enfants en liste d’attente', 3],
    ['La liste d’attente s’allonge : 7 enfants.', 7],
    ['7 enfants attendent une inclusion.', 7],
    ['Trois enfants en attente, le dossier complet doit être signé.', 3],
    ['3 enfants sont encore en attente de la décision du juge.', 3],
    ['En attente d’inclusion, 3 enfants dont une fratrie.', 3],
    ['Il y a 3 enfants en attente et 2 refus.', 3],
  ])('reads %j', (text, value) => {
    const read = readFigures(text);
    expect(read.waiting?.value).toBe(value);
    expect(Object.values(read).filter((figure) => figure !== null)).toHaveLength(1);
  });

  it.each([
    '3 enfants en attente de bilan.',
    '4 familles en attente d’un rendez-vous.',
    '2 postes en attente de recrutement.',
    'Plusieurs dossiers en attente.',
    'Une dizaine de dossiers en attente.',
    'Deux conventions sont en attente.',
    '3 enfants en attente de placement.',
    '3 enfants en attente d’une place en crèche.',
    '9 bilans en attente.',
    '4 réponses de médecins en attente.',
    '12 bilans de 36 mois en attente de médecin',
  ])('reads none in %j', (text) => {
    expect(Object.values(readFigures(text)).filter((figure) => figure !== null)).toEqual([]);
  });
});

describe('readFigures: fte', () => {
  it.each<[string, number]>([
    ['L’équipe fonctionne avec 2,1 ETP.', 2.1],
    ['Elle exerce à 0,4 ETP.', 0.4],
    ['Le poste passe de 0,6 à 0,8 ETP.', 0.8],
    ['passage de 0,6 ETP à 0,8 ETP au 1er mars', 0.8],
    ['1,6 ETP au lieu de 2.', 1.6],
    ['L’équipe compte un ETP et demi.', 1.5],
    ['Deux ETP sur le site.', 2],
    ['0,5 ETP de secrétariat accordé par le département après trois ans de demande.', 0.5],
    ['Effectif : 2,1 ETP, le département en envisage 2,6.', 2.1],
    ['ETP : 1,8', 1.8],
    ['1.8ETP', 1.8],
    ['2 équivalents temps plein.', 2],
    ['L’équipe (1,5 ETP) demande un renfort.', 1.5],
    ['binôme reconstitué = 1,5 ETP', 1.5],
    ['Le 0,8 ETP de coordination est pérennisé.', 0.8],
    ['équipe de 1,8 ETP', 1.8],
    ['L’équipe est passée à 2 ETP.', 2],
    ['2 ETP depuis la rentrée', 2],
    ['Le temps de coordination reste de 0,5 ETP.', 0.5],
    ['Nous avons obtenu 0,5 ETP.', 0.5],
    ['0,5 ETP obtenu après deux ans de demandes', 0.5],
    ['Le poste sera porté à 0,8 ETP au 1er janvier.', 0.8],
    ['un demi-ETP', 0.5],
    ['0,8 E.T.P.', 0.8],
    ['1 ETP de coordinatrice et 0,5 ETP de secrétaire, soit 1,5 ETP', 1.5],
    ['L’équipe est composée de 1,8 ETP : 1 coordinatrice et 0,8 ETP de secrétaire.', 1.8],
    ['Les moyens restent de 1,8 ETP.', 1.8],
    ['Elle dispose de 0,5 ETP, elle en voudrait 1.', 0.5],
    ['Elle dispose de 0,5 ETP mais souhaiterait passer à 1 ETP.', 0.5],
    ['Le département a validé 0,3 ETP de plus.', 0.3],
    ['Coordination : 0,6 ETP (0,4 ETP jusqu’en mars).', 0.6],
    ['La coordination est assurée par Anne (0,6 ETP).', 0.6],
  ])('reads %j', (text, value) => {
    const read = readFigures(text);
    expect(read.fte?.value).toBe(value);
    expect(Object.values(read).filter((figure) => figure !== null)).toHaveLength(1);
  });

  it.each([
    '0.5 etp demandé',
    'Nous avons demandé 0,5 ETP supplémentaire.',
    'Il faudrait 2 ETP.',
    'Il manque 0,5 ETP.',
    'La demande de 0,5 ETP a été refusée.',
    '0,5 ETP vacant depuis mars.',
    'Demande de création de 0,3 ETP de secrétariat en cours.',
    'Renfort de 0,2 ETP souhaité.',
    'Le directeur propose 0,5 ETP.',
    'Nous n’avons pas obtenu les 0,5 ETP.',
    'La direction envisage de ramener le poste à 0,6 ETP.',
    'Recherche d’un médecin à 0,2 ETP.',
    'Le poste de psychologue (0,5 ETP) est à pourvoir.',
    'Le 0,5 ETP de psychologue n’est toujours pas pourvu.',
    'Un poste à 0,5 ETP est ouvert au recrutement.',
  ])('reads none in %j', (text) => {
    expect(Object.values(readFigures(text)).filter((figure) => figure !== null)).toEqual([]);
  });
});
