/** `wasmetrics.wasm`, for everything that estimates. */
import { estimationModule } from '../../generated/estimation-module.js';
import { badArgument } from '../errors/bad-argument.js';
import { estimationModule as isEstimation } from '../../words/expectations/core/engine.js';
import { type Engine, instantiate, kindOf } from './instances/instance.js';
import { rest } from './rest.js';
import { compiled, sharedAtOnce, sharedNow, sharedPart, usePart } from './instances/shared.js';

export { type Build, type Engine, type EngineInfo, type AnyEngine } from './instances/instance.js';

usePart('estimation', estimationModule, true);

/** The compiled core, from the bytes in this package or from `init`. Each thread compiles it once. */
export function compileCore(): Promise<WebAssembly.Module> {
  return compiled('estimation');
}

/**
 * A new instance of the core. Node, browsers and workers share this path; a worker passes the compiled `module` that
 * it received from the page.
 *
 * @throws EngineError `foreign-module` for a module of another build
 */
export async function newEngine(module?: WebAssembly.Module): Promise<Engine> {
  if (module === undefined) return instantiate(await compileCore());
  if (kindOf('engine', module).part === 'linear') {
    throw badArgument('engine', 'module', isEstimation(), 'linear.wasm');
  }
  return instantiate(module);
}

/** The instance that all functions of a thread share. Callers must release the memory that they use. */
export function sharedEngine(): Promise<Engine> {
  return sharedPart('estimation') as Promise<Engine>;
}

/**
 * The engine of an awaited call: the given one, or the shared one. It rests first if calls before it computed for long.
 */
export async function engineFor(given?: Engine): Promise<Engine> {
  await rest();
  return given ?? sharedEngine();
}

/**
 * `sharedEngine` for array functions, which return their answer synchronously.
 *
 * @throws EngineError `not-ready` before `ready()` has resolved
 */
export function estimationEngine(subject: string): Engine {
  return sharedNow(subject, 'estimation') as Engine;
}

/** `sharedEngine` for functions that return synchronously and rarely need the core; it may be compiled here. */
export function engineNow(): Engine {
  return sharedAtOnce('estimation') as Engine;
}
