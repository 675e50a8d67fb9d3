/** `linear.wasm`, for array functions that no other part has. */
import { linearModule } from '../../../generated/linear-module.js';
import type { LinearEngine } from './instance.js';
import { sharedNow, usePart } from './shared.js';

usePart('linear', linearModule, true);

/**
 * The shared instance.
 *
 * @param subject - the function that was called
 * @throws EngineError `not-ready` before `ready()` has resolved
 */
export function linearEngine(subject: string): LinearEngine {
  return sharedNow(subject, 'linear') as LinearEngine;
}
