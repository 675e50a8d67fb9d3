export { type TextOptions, toText } from './convert.js';
export { builtPhrases } from './words/built.js';
export { lostWords } from './words/fit.js';
export { documentBy } from './document.js';
export type { DocumentOptions } from './options.js';
export {
  type ReplicateColumn,
  replicateColumns,
  storedReplicatesCsv,
} from './kinds/robustness/replicates.js';
export type { Result, ResultKind, ResultOf } from './kinds/result.js';
export type * from '../tables/document.js';
