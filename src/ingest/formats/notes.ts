/** French sentences on what was left out of a text on purpose. */
export const NOTES = {
  hidden:
    'Le fichier contenait du texte masqué, que ses lecteurs ne voient pas : il a été laissé de côté.',
  comments: 'Les commentaires de relecture ont été laissés de côté.',
  macros: 'Le fichier contient des macros : elles ont été ignorées.',
  embedded:
    'Un document inséré dans le fichier (tableau Excel, autre texte…) n’a pas été lu ; joignez-le à part s’il doit être publié.',
  pictures:
    'Les images de ce fichier ne sont pas reprises dans ce format : pour les garder, importez le fichier Word ou LibreOffice d’origine.',
  formulas: 'Une formule a été reprise comme simple suite de caractères : relisez-la.',
} as const;

/** The notes whose condition holds. */
export const notesFor = (met: Partial<Record<keyof typeof NOTES, boolean>>): string[] =>
  Object.entries(NOTES).flatMap(([name, note]) =>
    met[name as keyof typeof NOTES] === true ? [note] : [],
  );
