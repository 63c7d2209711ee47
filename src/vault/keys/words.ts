/**
 * French words for made-up passphrases: everyday, without accents, hard to mistake for one another when
 * spoken. Our own list.
 */
export const WORDS: readonly string[] = `
  abeille abri acier agneau aigle algue allumette amande ami ancre anneau arbre arche argile
  armoire arrosoir artisan atelier aube automne avoine avril bague baie balai balcon ballon
  bambou banane banc barque bassin bateau belette berceau biche bille biscuit bison blouse bocal
  bois bonbon bonnet bosquet bouche boucle bougie boussole bouton branche brebis brique brise
  brosse brume buisson bulle bureau cabane cadeau cahier caillou calme camion canal canard
  caneton canot capuche caramel carotte carreau carton castor cerceau cerise chaise chaleur
  champ chanson chapeau charbon chariot chat chemin cheval cheveu chocolat cigale cigogne ciseau
  citron clairon clarinette clef clocher coffre collier colline colombe compas comptine coq
  corail corbeille corde cornet coton coude couleur coussin couture crabe craie crayon crevette
  cube cuisine cygne dalle danse dauphin debout dessin diamant digue dimanche dinde domino
  dragon drapeau dune eau ecaille echarpe echelle eclair ecole ecorce ecran ecureuil eglantine
  elan emeraude encre epi epice equerre erable escalier escargot etable etang etoile evier fable
  faisan falaise fanfare farine faucon fauteuil fenetre fenouil ferme feuille ficelle figue
  filet flamme fleur fleuve flocon flute foin fontaine forge fougere foulard four fourmi fraise
  framboise frelon frise fromage fruit fusain fusee galet gant garage gare gateau gazelle gazon
  genou gerbe girafe givre glace gland goutte graine grange grelot grenier grenouille griffe
  grillon groseille grotte grue guepe guitare hamac hameau hamster haricot harpe herbe herisson
  heron hibou hirondelle hiver horloge houle houx huile huitre igloo ile image insecte iris
  ivoire jade jardin jasmin jeton jeudi jonquille joue jouet journal jumelle jungle jupe kayak
  kiosque kiwi koala lac laine lait lama lampe lanterne lapin laurier lavande legume lenteur
  lessive levain libellule lierre lievre ligne lilas lin lionceau livre loupe loutre luciole
  lumiere lundi lune lustre lutin magie maison manchot mandarine manege manteau marbre marche
  mardi marmite marron marteau masque matin meduse melon menthe merle mesange meuble miel mimosa
  mirabelle miroir moineau montagne montre mouche mouette moufle moulin mousse mouton muguet
  mulot murier musique myrtille nappe navire neige nenuphar nichoir noisette noix nuage oasis
  ocean octobre olive ombre ongle orage orange orchidee oreiller orge ortie osier ours outil
  ovale paille palais panda panier pantin papier papillon paquet parasol parfum passage pastel
  pastille patin peigne peinture pelle pelote pendule perle perron persil phare piano pierre
  pigeon pinceau pinson pion pirogue piscine pivoine plage plaine planche plante plume poche
  poire poivre pomme pompon poney pont portail potager poterie poule poupee prairie printemps
  prune puits puzzle quai quartz quenouille quille racine radeau radis rails raisin rame rameau
  rayon recolte refrain reglisse renard reptile requin rideau riviere rocher romarin ronce rose
  roseau rosee rouage roue route ruban ruche ruisseau sable sabot sabre sac safran saison salade
  sandale sapin sardine sauge saule saumon savon seau semaine semence serrure sifflet silence
  silex sirop soie soleil sommet sonate sorbet source souris spirale statue sucre tabouret talon
  tambour tamis tapis tasse taupe terrasse theiere thym tige tilleul timbre tiroir tisane toile
  tomate tonneau torrent tortue toupie tour tournesol traineau tramway treille tresse tricot
  trois trompette truite tuile tulipe tunnel vague vallee vanille vase velours vendredi vent
  verger vernis verre veste viande village violette violon virgule voile voisin volcan volet
  voyage wagon yaourt zebre zeste zigzag
`
  .trim()
  .split(/\s+/);
