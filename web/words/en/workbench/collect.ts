/** Words about the collect, in English. */
export const collect = {};
