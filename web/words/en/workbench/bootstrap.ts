/** Words about the bootstrap, in English. */
export const bootstrap = {};
