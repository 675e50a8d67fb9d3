/** One instance of the core for all array-level entry points of a thread. */
import { type Engine, loadEngine } from './engine.js';
import { EngineError } from './errors.js';

let loading: Promise<void> | undefined;
let shared: Engine | undefined;

/**
 * Compiles the core once; all entry points (`wasmetrics/linalg` and the others) share the instance and this promise.
 * After it their functions are synchronous.
 *
 * @throws EngineError if the module cannot be compiled; the next call tries again
 */
export function ready(): Promise<void> {
  loading ??= loadEngine().then(
    (engine) => {
      shared = engine;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * The shared instance.
 *
 * @param subject - the function that was called
 * @throws EngineError `not-ready` before `ready()` has resolved
 */
export function sharedEngine(subject: string): Engine {
  if (shared !== undefined) return shared;
  throw new EngineError(
    'not-ready',
    `${subject}: expected a call after \`await ready()\`, found no engine yet; import ready from the same entry point and await it once`,
  );
}
