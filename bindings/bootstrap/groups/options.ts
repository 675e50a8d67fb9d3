import type { BootstrapOptions } from '../options.js';

export type GroupMethod = 'bootstrap' | 'permutation';

export interface GroupOptions extends Pick<
  BootstrapOptions,
  'reps' | 'seed' | 'level' | 'workers' | 'signal' | 'workerUrl' | 'scheme' | 'cluster'
> {
  /** Column whose values are the groups. */
  readonly by: string;
  /** The coefficient that is compared. */
  readonly of: string;
  /** Default both. */
  readonly methods?: readonly GroupMethod[] | undefined;
}
