/** Words about the curve, in English. */
export const curve = {};
