/** The errors of programs on top of the library, in Chinese. */
import type { All } from '../../../vocabulary/errors.js';
import type * as english from '../../../errors/program/index.js';
import { parts } from './parts.js';
import { queue } from './queue.js';
import { stores } from './stores.js';

export const program: All<typeof english> = { ...parts, ...queue, ...stores };
