import type { NumberKeys } from './details/columns.js';

/** `thousands: ",", missing: ["n.a."]` */
export const keysInWords = (keys: NumberKeys) =>
  Object.entries(keys)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');
