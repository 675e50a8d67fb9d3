/** What checkpoints and stored replicates hold, in English. */
import { says } from '../told.js';

export const aChunk = says('chunk', 'a chunk of replicates');
export const replicateColumns = says('replicate-columns', 'columns of replicateColumns');
export const chunksToRead = says('chunks-to-read', () => 'chunks {missing, read}');
export const storedReplicates = says('stored-replicates', 'the replicates of bootstrapStored');
export const someJson = says('json', 'JSON');
export const shallowJson = says('shallow-json', 'JSON of at most {most} levels');
export const sha256 = says('sha256', 'a SHA-256');

/** What parts of a checkpoint's header must agree with. */
const agreeing = {
  ranges: 'replicates of its run in ascending order',
  width: 'its coefficients and statistics',
  summary: 'the seed and scheme of its run',
  'fit.engine': 'the build of its run',
  fit: 'the estimator of its model',
};
export type HeaderPart = keyof typeof agreeing;
export const agreement = says(
  'agreement',
  ({ part }: { readonly part: HeaderPart }) => agreeing[part],
);
