/** The loaded part of the core, for array functions that every part has: `linear.wasm` if nothing needs more. */
import { linearModule } from '../../../generated/linear-module.js';
import type { AnyEngine } from './instance.js';
import { anyNow, usePart } from './shared.js';

usePart('linear', linearModule, false);

/** The shared instance. Throws like `linearEngine`. */
export function anyEngine(subject: string): AnyEngine {
  return anyNow(subject);
}
