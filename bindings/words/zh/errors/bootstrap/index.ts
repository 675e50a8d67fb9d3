/** The errors of bootstraps and comparisons of groups in Chinese. */
import type { All } from '../../../vocabulary/errors.js';
import type * as english from '../../../errors/bootstrap/index.js';
import { checkpoints } from './checkpoints.js';
import { failures } from './failures.js';
import { replicates } from './replicates.js';
import { unavailable } from './unavailable.js';
import { groups } from './groups.js';
import { comparisons } from './comparisons.js';

export const bootstrap: All<typeof english> = {
  ...checkpoints,
  ...comparisons,
  ...groups,
  ...failures,
  ...replicates,
  ...unavailable,
};
