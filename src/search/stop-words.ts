/**
 * Folded French words that say nothing of what a section is about: articles, pronouns, prepositions,
 * question words, forms of être, avoir, faire, pouvoir, devoir, falloir and vouloir. Numbers stay.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a ai ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avez avoir avons c ' +
    'car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci combien comme comment ' +
    'd dans de depuis des dit doit doivent donc dont du elle elles en encore entre es est et etait ' +
    'etaient etant etc etre eu eux faire fais fait faites faudrait faut font hors il ils j ' +
    'je jusqu l la le les leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes moi mon n ' +
    'ne ni nos notre nous on ont ou par parce pas pendant peut peuvent peux plus pour pourquoi ' +
    'puis puisque qu quand que quel quelle quelles quels qui quid quoi s sa sans se selon sera ' +
    'seront ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres trop tu un ' +
    'une va vers veulent veut vos votre vous y'
  ).split(' '),
);
