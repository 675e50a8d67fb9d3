import type { Recentring } from '../../results/scheme.js';
import type { BootstrapTask } from './replicator.js';

/** Says how the moments of replicates are centred; empty if there are none. */
export function recentred({ recenter }: BootstrapTask): { readonly recenter?: Recentring } {
  return recenter === undefined ? {} : { recenter };
}
