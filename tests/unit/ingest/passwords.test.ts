import { describe, expect, it } from 'vitest';
import { passwordsAmong } from '../../../src/ingest/passwords-among.ts';

/** "¶" parts the lines of a document. */
const read = (text: string): string[] => passwordsAmong(text.split('¶')).sort();

describe('passwordsAmong', () => {
  it('reads a mention that the end of a line cut', () => {
    expect(
      read('dans l’espace ; le nouveau mot de¶passe est Saule-vert (changé le 12 mai).'),
    ).toEqual(['Saule-vert']);
    expect(read('Le groupe de¶passe-droits est clos : voir le Saule-vert.')).toEqual([]);
  });

  it('reads a mention that a tab cut into two cells', () => {
    expect(read('Mot de | passe : saule10')).toEqual(['saule10']);
    expect(read('Nîmes | 12 dossiers\nMot de | passe : saule10\nUzès | 4')).toEqual(['saule10']);
    expect(read('Nîmes | 12 dossiers\nMot de rappel | le passeport : voir Uzès')).toEqual([]);
  });

  it.each([
    ['Mot de passe : Girouette-2026!', ['Girouette-2026!', 'Girouette-2026']],
    ['mdp = Igloo_2027_ccl', ['Igloo_2027_ccl']],
    ['Espace : docs, mdp = Igloo_2027_ccl', ['Igloo_2027_ccl']],
    ['Mot de passe = Pivoine%58. Toute correspondance est à adresser', ['Pivoine%58']],
    [
      'nous rappelons que le mot de passe est le suivant : Marmotte-2026!, à ne communiquer à personne',
      ['Marmotte-2026!', 'Marmotte-2026'],
    ],
    [
      'depuis lundi dernier, le mot de passe à saisir est Quenelle&Brochet59 (respecter les majuscules).',
      ['Quenelle&Brochet59'],
    ],
    ['le mot de passe étant toujours « Tournesol_bleu56 », merci', ['Tournesol_bleu56']],
    [
      'Mot de passe (le même pour tout le monde) :\nBoussole&Nord60'.split('\n').join('¶'),
      ['Boussole&Nord60'],
    ],
    [
      "s'ouvrent avec le mot de passe¶Chamois-rentree26, que nous vous demandons de ne pas faire circuler par mail.",
      ['Chamois-rentree26'],
    ],
    [
      'Le mot de passe a été renouvelé ce matin, le nouveau est le suivant : Figuier{2026}. L’ancien ne fonctionne plus.',
      ['Figuier{2026}'],
    ],
    ['mdp = Mistral&Tramontane', ['Mistral&Tramontane']],
    [
      'Pour y accéder, le mot de passe est désormais : « Rouge-Gorge.58 », à ne pas',
      ['Rouge-Gorge.58'],
    ],
    ['Le code d’accès est le suivant :¶papillon-de-nuit_9', ['papillon-de-nuit_9']],
    [
      'espace partagé. Le mot de passe change au 1er janvier, ce sera Flocons+Luge27 (jusque la, l’ancien marche encore).',
      ['Flocons+Luge27'],
    ],
    [
      '(identifiant inchangé, mot de passe du¶trimestre = Perce-neige27). Merci d’écrire',
      ['Perce-neige27'],
    ],
    [
      '(identifiant inchangé, mot de passe du trimestre = Perce-neige27). Merci d’écrire',
      ['Perce-neige27'],
    ],
    [
      'rien ne change, le mot de passe reste Hirondelle_51 et l’adresse aussi : https://e.fr/cdp',
      ['Hirondelle_51'],
    ],
    ['mot de passe du drive:¶BleuetCoquelicot26', ['BleuetCoquelicot26']],
    [
      '(accès : le mot de passe tient en un mot, Flocons_de_riz7, merci de ne pas',
      ['Flocons_de_riz7'],
    ],
    ['Mot de passe : Toboggan-vert', ['Toboggan-vert']],
    ['Mot de passe¶k7-Libellule', ['k7-Libellule']],
    ['Espace | https://a.fr\nMot de passe | k7-Libellule\nSupport | x', ['k7-Libellule']],
    ['Espace | Mot de passe\nhttps://a.fr/x | Girouette', ['Girouette']],
    ['Mot de passe : tournesol', ['tournesol']],
    ['mot de passe : tournesol merci de ne pas le diffuser', ['tournesol']],
    ['mot de passe : les trois petits', []],
    ['Mot de passe : trois petits chats', []],
    ['Mot de passe : petits chats gris', ['petits chats gris']],
    ['Le mot de passe est tournesol.', ['tournesol']],
    ['Le mot de passe est Tournesol', ['Tournesol']],
    ['MDP tournesol', ['tournesol']],
    ['MDP Tournesol26', ['Tournesol26']],
    ['Identifiant : coordos / mot de passe : Pissenlit', ['Pissenlit']],
    ['L’adresse est inchangée et « Cigale » est le mot de passe.', ['Cigale']],
    ['Tout est en ligne (mot de passe : Cigale), rubrique « Conférences ».', ['Cigale']],
    ['mot de passe -> Cigale', ['Cigale']],
    ['Nouveau mot de passe à compter du 1er juin : Cigale', ['Cigale']],
    ['Le mot de passe vous est rappelé ci-dessous.¶Cigale', ['Cigale']],
    ['Code de l’espace : Girouette26', ['Girouette26']],
    ['Code : Girouette26', ['Girouette26']],
    ['Votre mot de passe, Cigale-verte, reste valable', ['Cigale-verte']],
    ['On se connecte avec Cigale27 comme mot de passe', ['Cigale27']],
    ['Connexion avec l’identifiant « coordos » et le mot de passe « Cigale ».', ['Cigale']],
    ['Accès : coordos / Cigale27 (identifiant / mot de passe)', ['Cigale27']],
    ['Mot de passe : 4Saisons', ['4Saisons']],
    ['Mot de passe : 482913', ['482913']],
  ])('takes out what %j tells', (text, secrets) => {
    expect(read(text)).toEqual([...secrets].sort());
  });

  it.each([
    'Pensez à changer votre mot de passe avant le 15/06, à 13h30.',
    'Mot de passe : inchangé',
    'Mot de passe : voir le mail du 12/03',
    'Le mot de passe est obligatoire.',
    'Le mot de passe est personnel et confidentiel.',
    'Le mot de passe est à demander à Karine Astier.',
    'Mot de passe : à demander à karine@exemple.org',
    'Mot de passe oublié : cliquez sur « Mot de passe oublié »',
    'codes d’acces des remplaçants d’été : demande à faire 8 j avant, sinon pas garanti (cf juillet 2025...)',
    'il faudra choisir un nouveau mot de passe (12 caractères) à la première connexion.',
    'Vous recevrez un mot de passe par mail. La session du 9/06 est complète : 24 places.',
    'Le mot de passe a été modifié. Contact : Karine Astier',
    'Peut-on communiquer le mot de passe aux stagiaires ?',
    'Le mot de passe PEGASE ne change pas.',
    'Le mot de passe change au 1er janvier.¶Contacts¶karine.astier@exemple.org',
    'Qui a perdu son mot de passe ?¶Oui, cela arrive.',
    'Le mot de passe est trop souvent oublié, dit Karine.',
    'Le mot de passe est peut-être à changer',
    'Mot de passe : le même qu’avant',
    'Quel est le mot de passe ?',
    'Le mot de passe, c’est toujours le même',
  ])('takes nothing out of %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('does not take a word for a secret that the document uses throughout', () => {
    const text = 'Les familles ont répondu. ';
    expect(read(`Mot de passe : familles¶${text.repeat(5)}`)).toEqual([]);
    expect(read('Mot de passe : familles¶Merci.')).toEqual(['familles']);
  });
});
