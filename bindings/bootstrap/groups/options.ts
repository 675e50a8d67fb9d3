import type { RunOptions } from '../../jobs/run-options.js';
import type { BootstrapOptions } from '../options.js';

export type GroupMethod = 'bootstrap' | 'permutation';

export interface GroupOptions extends Pick<
  BootstrapOptions,
  'reps' | 'seed' | 'level' | 'scheme' | 'cluster' | Exclude<keyof RunOptions, 'onProgress'>
> {
  /** Column whose values are the groups. */
  readonly by: string;
  /** The coefficient that is compared. */
  readonly of: string;
  /** Default both. */
  readonly methods?: readonly GroupMethod[] | undefined;
}
