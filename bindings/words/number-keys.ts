import type { NumberKeys } from './details/columns.js';

/** `thousands: ",", missing: ["n.a."]` */
export const keysInWords = (keys: NumberKeys) =>
  Object.entries(keys)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');

/** An account's way to write a negative number, which `marks` reads: said with the key, because the sign changes. */
export const negativeExample = '(5) is -5';
