/** How the command is used; French, for operators. */
export const USAGE = `Usage : npm run vault -- COMMANDE

  list                              qui ouvre quoi
  add --room R --label L            ajoute une phrase de passe ; le portail la choisit
      [--passphrase]                ou vous la saisissez (rien ne s’affiche)
      [--allow-weak]                même si elle est trop facile à deviner
  remove --label L [--room R]       retire une phrase de passe et change la clé de la salle
  rotate --room R                   change la clé d’une salle, garde les phrases de passe
  check [DIST]                      vérifie le fichier de clés, et le portail construit dans DIST
  share --label L CHEMIN            fait un lien qui ouvre la page CHEMIN sans phrase de passe
  decrypt DIST DOSSIER [--room R]   déchiffre un portail construit (audit, sauvegarde)
  diff ANCIEN NOUVEAU               ce qu’il y a à téléverser entre deux portails construits

R est une salle de portal.config.ts, L dit à qui est la phrase de passe (« Épinal »).`;
