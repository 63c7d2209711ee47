const APOSTROPHES = /[\u2018\u2019\u02bc\u2032]|&(?:lsquo|rsquo|prime);|&#(?:8216|8217|700|8242);/g;
const APOSTROPHES_HEX = /&#x(?:2018|2019|2bc|2032);/gi;
const INVISIBLE =
  /[\u00ad\u200b-\u200d\u2060\ufeff]|&(?:shy|ZeroWidthSpace|zwj|zwnj|NoBreak);|&#(?:173|8203|8288);|&#x(?:ad|200b|2060);|<wbr\s*\/?>/gi;
const SPACES =
  /[\u00a0\u2000-\u200a\u202f]|&(?:nbsp|thinsp|ensp|emsp|numsp);|&#(?:160|8201|8239);|&#x(?:a0|2009|202f);/gi;
/** A number in groups of three that only unbreakable or thin spaces hold together: `1 070`. */
const GROUPED = /\b\d{1,3}(?:\u00a0\d{3})+\b/g;

/**
 * HTML as Pagefind is to index it, so that a French word is found however it was typed: apostrophes
 * straight (Pagefind cuts `l'assemblée` in two, `l’assemblée` not), œ and æ in two letters, plain
 * spaces and hyphens, numbers in one piece (`1 070` → `1070`), nothing invisible inside words.
 * Works on the source, entities included; apostrophes come out as `&#39;`, which is safe in any
 * attribute. What readers see is another copy.
 */
export function normaliseHtml(html: string): string {
  return html
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '&#39;')
    .replace(APOSTROPHES_HEX, '&#39;')
    .replace(/œ|&oelig;|&#339;|&#x153;/g, 'oe')
    .replace(/Œ|&OElig;|&#338;|&#x152;/g, 'Oe')
    .replace(/æ|&aelig;/g, 'ae')
    .replace(/Æ|&AElig;/g, 'Ae')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(SPACES, '\u00a0')
    .replace(GROUPED, (number) => number.replaceAll('\u00a0', ''))
    .replaceAll('\u00a0', ' ');
}
