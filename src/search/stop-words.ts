/** Folded French words that say nothing of what a section is about. Numbers stay. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a ai ainsi alors as au aussi aux avec avez avons c ce ceci cela ces cet cette ceux comme comment ' +
    'd dans de des donc dont du elle elles en entre es est et etait etc ete etes etre eu eux fait ' +
    'il ils j je l la le les leur leurs lors lui m ma mais me meme mes moi mon n ne nos notre nous on ' +
    'ont ou par pas peut pour qu quand que quel quelle quelles quels qui quid quoi s sa se selon ses si son ' +
    'sont sous sur t ta te tes toi ton tu un une va vos votre vous y'
  ).split(' '),
);
