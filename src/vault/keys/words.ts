/**
 * French words for made-up passphrases, to be told by voice: everyday, spelled without accents (not only
 * written so), none that sounds like another word. Our own list, free for any use (CC0 1.0).
 */
export const WORDS: readonly string[] = `
  abeille abri abricot acier agneau aigle algue allumette ami ananas anneau aquarium arbre arche
  argile armoire arrosoir artisan asperge atelier aube aubergine automne avocat avoine avril bague
  baguette balcon baleine ballon bambou banane banc banquise barque bassin bateau batterie belette
  berceau betterave biche bidon bijou bille biscuit bison blouse bobine bocal bois bonbon bonnet
  bosquet bottine bouche boucle bougie bouillon bouquet bourdon boussole bouton bracelet branche
  brebis bretelle brioche brique brise brosse brouette brume buisson bulle bureau cabane cadeau
  cahier caillou calme camion camomille campagne canal canard caneton cannelle capuche caramel
  carnaval carotte carreau cartable carton cascade casquette casserole castor ceinture cerceau
  cerise chaise chaleur chanson chapeau charbon chariot chat chaussette chemin cheval cheveu
  chocolat chouette cigale cigogne ciseau citron clairon clarinette cloche clocher coccinelle
  coffre collier colline colombe compas comptine coquelicot coquillage corail corbeille corde
  cornet coton coude couleur couronne coussin couture crabe craie cravate crayon crevette crocodile
  croissant cube cuisine cuivre dalle danse dauphin dentelle diamant digue dimanche dinde domino
  dragon drapeau dune escalier escargot fable faisan falaise fanfare farine faucon fauteuil fenouil
  ferme festival feuille ficelle figue filet flamme fleur fleuve flocon foin fontaine forge foulard
  four fourmi fraise framboise frelon frise fromage fruit fusain galet gant garage gare gaufre
  gazelle gazon genou gerbe girafe girouette givre glace gland gomme gourde goutte graine grange
  grelot grenade grenier grenouille griffe grillon groseille grotte grue guirlande guitare hamac
  hameau hamster haricot harmonica harpe herbe hibou hirondelle hiver horloge houle hublot huile
  igloo image insecte iris ivoire jade jardin jasmin jeton jeudi jonquille joue jouet journal
  jumelle jungle jupe kayak kiosque kiwi koala laine lama lampe lanterne lapin laurier lavabo
  lavande lenteur lessive levain libellule lierre ligne lilas limace limonade lionceau livre
  losange loupe loutre luciole lundi lune lunette lustre lutin macaron magie maison manchot
  mandarine manteau marbre mardi marionnette marmite marmotte marron marteau masque matin melon
  menthe merle meuble miel mimosa mirabelle miroir moineau montagne montre mouche mouette moufle
  moulin mousse moustache mouton muguet mulot musique myrtille nappe narcisse navire neige nichoir
  noisette noix nougat nuage oasis octobre olive ombre ongle orage orange oreiller orge ortie osier
  ours outil ovale paille pamplemousse panda panier panneau pantalon pantin papier papillon paquet
  parapluie parasol parfum passage pastel pastille patin pavillon peigne peinture pelle pelote
  pendule perle perron perroquet persil phare piano pierre pigeon pinceau pinson pirogue piscine
  pistache pivoine plage planche plante plume poche poire poivre pomme pommier pompon poney pont
  portail potager poterie potiron poule poussin prairie printemps prune puzzle quai quartz
  quenouille quille racine radeau radis rails raisin rame rameau raquette rayon refrain renard
  reptile requin rideau robinet rocher romarin ronce rose roseau rouage roue route ruban ruche
  ruisseau sable sabot sabre sac safran saison salade sandale sapin sardine sauge saumon sauterelle
  savon semaine semence serrure serviette sifflet silence silex sirop soleil sommet sonate sorbet
  source souris spirale statue sucre tabouret talon tambour tamis tapis tartine tasse taupe
  terrasse tige tigre tilleul timbre tiroir tisane toboggan toile tomate tonneau torrent tortue
  toucan toupie tour tournesol tramway treille tresse tricot trompette truite tuile tulipe tunnel
  turbine vague valise vanille vase velours vendredi verger vernis veste viande village violette
  violon virgule vitrine voile voisin voiture volcan volet voyage wagon yaourt zeste zigzag
`
  .trim()
  .split(/\s+/);
