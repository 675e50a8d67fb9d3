import type { Undefined } from '../details/steps.js';

/** Why values do not exist although their inputs do. */
export const undefinedWords: Readonly<Record<Undefined, string>> = {
  log: 'log of 0 or a negative number',
  root: 'square root of a negative number',
  division: 'division by zero',
  power: 'broken power of a negative number',
  range: 'beyond the range of doubles',
};
