/** Errors of interchange with other programs, in Chinese. */
import type * as english from '../../../errors/interchange/index.js';
import type { Retold } from '../../../told.js';
import { commands } from './commands.js';
import { covarianceLimits } from './covariance-limits.js';
import { exports } from './exports.js';
import { limits } from './limits.js';
import { models } from './models.js';
import { notes } from './notes.js';
import { scripts } from './scripts.js';
import { syntax } from './syntax.js';

export const interchange: Retold<typeof english> = {
  ...commands,
  ...covarianceLimits,
  ...exports,
  ...limits,
  ...models,
  ...notes,
  ...scripts,
  ...syntax,
};
