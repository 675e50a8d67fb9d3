/** All fuzzers. */
import type { Target } from '../target.js';
import { arrays } from './arrays.js';
import { csv } from './csv.js';
import { foreign } from './commands.js';
import { modelTargets } from './models.js';
import { options } from './options.js';
import { plain } from './plain.js';
import { results } from './results.js';
import { scripts } from './scripts.js';
import { checkpoints } from './checkpoints.js';
import { texts } from './formulas.js';

export const targets: readonly Target[] = [
  csv,
  ...texts,
  ...modelTargets,
  options,
  arrays,
  foreign,
  scripts,
  results,
  checkpoints,
  plain,
];
