export { type TextOptions, toCsv, toJson, toMarkdown, toText } from './convert.js';
export { builtWords } from './words/built.js';
export { documentOf, resultKinds } from './document.js';
export type { DocumentOptions } from './options.js';
export {
  type ReplicateColumn,
  replicateColumns,
  replicatesCsv,
  storedReplicatesCsv,
} from './kinds/replicates.js';
export type { Result, ResultKind, ResultOf } from './kinds/result.js';
export type * from '../tables/document.js';
