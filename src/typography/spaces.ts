/** No-break space: before a colon, inside guillemets, between a number and its unit. */
export const NBSP = '\u00a0';
/** Narrow no-break space: before ; ! ? and between the thousands of a number. */
export const NNBSP = '\u202f';
