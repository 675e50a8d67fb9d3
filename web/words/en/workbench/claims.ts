/** Words about the claims, in English. */
export const claims = {};
