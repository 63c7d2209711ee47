import type { MinutesRef } from '../insights/order.ts';

/** Id of what a page says of one conference: `cr-50`. */
export const conferenceAnchor = ({ route }: MinutesRef): string => `cr-${route}`;
