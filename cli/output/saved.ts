/** Options that save parts of a fit. */
import type { Paths } from '../files/outputs.js';
import { dataFormat } from './formats.js';

/** Files for the parts of a fit. */
export interface SaveOptions {
  /** The rows. */
  readonly save?: string;
  /** The coefficients. */
  readonly tidy?: string;
  /** Statistics and tests. */
  readonly glance?: string;
  /** Absorbed effects by level. */
  readonly fixedEffects?: string;
}

export function savedPaths(options: SaveOptions): Paths {
  return [
    ['--save', options.save],
    ['--tidy', options.tidy],
    ['--glance', options.glance],
    ['--fixed-effects', options.fixedEffects],
  ];
}

/** @throws InputError `bad-value` for a name without a known extension */
export function checkSaved(options: SaveOptions): void {
  for (const [option, path] of savedPaths(options)) {
    if (path !== undefined) dataFormat(path, { subject: option });
  }
}
