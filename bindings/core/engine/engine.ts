/** `wasmetrics.wasm`, for everything that estimates. */
import { estimationModule } from '../../generated/estimation-module.js';
import { badArgument } from '../errors/bad-argument.js';
import { type Engine, instantiate, kindOf } from './instances/instance.js';
import { compiled, sharedAtOnce, sharedNow, sharedPart, usePart } from './instances/shared.js';

export { type Build, type Engine, type EngineInfo, type AnyEngine } from './instances/instance.js';

usePart('estimation', estimationModule, true);

/** The compiled core, from the bytes inside this package or from `init`. It is compiled once in a thread. */
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
    throw badArgument('engine', 'module', 'wasmetrics.wasm', 'linear.wasm');
  }
  return instantiate(module);
}

/** The instance that all functions of a thread share. Its memory must be left as it was. */
export function sharedEngine(): Promise<Engine> {
  return sharedPart('estimation') as Promise<Engine>;
}

/**
 * `sharedEngine` of functions of arrays, which return their answer at once.
 *
 * @throws EngineError `not-ready` before `ready()` has resolved
 */
export function estimationEngine(subject: string): Engine {
  return sharedNow(subject, 'estimation') as Engine;
}

/** `sharedEngine` of functions that return their answer at once and rarely need the core, which they may compile. */
export function engineNow(): Engine {
  return sharedAtOnce('estimation') as Engine;
}
