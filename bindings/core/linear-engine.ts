/** The linear part of the core, for functions of arrays that need no more. */
import { linearModule } from '../generated/linear-module.js';
import type { LinearEngine } from './instances/instance.js';
import { sharedNow, usePart } from './instances/shared.js';

usePart('linear', linearModule);

/**
 * The shared instance.
 *
 * @param subject - the function that was called
 * @throws EngineError `not-ready` before `ready()` has resolved
 */
export function linearEngine(subject: string): LinearEngine {
  return sharedNow(subject, 'linear');
}
