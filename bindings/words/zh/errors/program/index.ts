/** The errors of programs on top of the library, in Chinese. */
import type { All } from '../../../vocabulary/errors.js';
import type * as english from '../../../errors/program/index.js';
import { bundles } from './bundles.js';
import { cluster } from './cluster.js';
import { commands } from './commands.js';
import { data } from './data.js';
import { engines } from './engines.js';
import { files } from './files.js';
import { models } from './models.js';
import { notices } from './notices.js';
import { parts } from './parts.js';
import { queue } from './queue.js';
import { stores } from './stores.js';
import { study } from './study.js';
import { usage } from './usage.js';
import { yaml } from './yaml.js';

export const program: All<typeof english> = {
  ...bundles,
  ...cluster,
  ...commands,
  ...data,
  ...engines,
  ...files,
  ...models,
  ...notices,
  ...parts,
  ...queue,
  ...stores,
  ...study,
  ...usage,
  ...yaml,
};
