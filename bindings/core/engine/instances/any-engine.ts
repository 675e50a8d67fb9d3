/** The part of the core that is there, for functions of arrays that all parts have: `linear.wasm` if nothing needs more. */
import { linearModule } from '../../../generated/linear-module.js';
import type { AnyEngine } from './instance.js';
import { anyNow, usePart } from './shared.js';

usePart('linear', linearModule, false);

/** The shared instance. Throws as `linearEngine`. */
export function anyEngine(subject: string): AnyEngine {
  return anyNow(subject);
}
