/** Names that programs give to pictures. */
const GENERIC =
  /^(?:(?:une |l['’])?(?:image|picture|photo|graphique|graphic|capture(?: d['’]écran)?|img|dsc|logo|figure|objet|shape|forme)[\s_-]*(?:\d+|libre)?|[\w\s-]+\.(?:png|jpe?g|gif|webp|bmp|emf|wmf|tiff?|svg))$/i;
/** What Word adds to descriptions it made itself, in French and English. */
const MADE =
  /\s*(?:description générée automatiquement|automatically generated description|description automatically generated)(?: avec un niveau de confiance \S+)?\.?\s*$/i;
/** Words about secrets are no description, and may be one. */
const SECRET = /mots?\s+de\s+passe|\bmdp\b|password|code\s+d['’]acc[eè]s/i;

/** A picture's description in one line; '' where the source gives none of use. */
export function altOf(source: string | null | undefined): string {
  const alt = (source ?? '').normalize('NFC').replace(/\s+/g, ' ').replace(MADE, '').trim();
  return GENERIC.test(alt) || SECRET.test(alt) ? '' : alt;
}
