/** The engine of a chosen build. */
import { estimationModule } from '../../../generated/estimation-module.js';
import { badArgument } from '../../errors/bad-argument.js';
import { type Build, compileCore, type Engine, newEngine } from '../engine.js';
import { EngineError } from '../../errors/errors.js';
import { noRelaxedSimd } from '../../../words/errors/core/engine.js';
import { moduleOrBuild } from '../../../words/expectations/core/engine.js';
import { eitherOf } from '../../../words/expectations/values.js';
import { compile, isModule, kindOf } from './instance.js';
import { changedModule, decodeModule } from './module-text.js';

export interface EngineChoice {
  /**
   * `relaxed` computes a replicate in less time, in hosts with relaxed SIMD: Node 22 and later, Chromium, Firefox. Its
   * last digits depend on the machine, and its results are not combined with those of `simd`, the default.
   */
  readonly build?: Build | undefined;
}

/** The compiled module of the relaxed build; its bytes are read on first use. */
let relaxed: Promise<WebAssembly.Module> | undefined;

/**
 * A new instance of the core: from the shared module, from a build, or from a module that `compileCore` returned. Give
 * it to functions as their option `engine`, or its `module` to `init` for all functions.
 *
 * @throws EngineError `no-relaxed-simd` if the host lacks the instructions, `foreign-module` for a module of another
 *   version; InputError `bad-value`
 */
export async function loadEngine(source?: WebAssembly.Module | EngineChoice): Promise<Engine> {
  if (source === undefined) return newEngine();
  if (isModule(source)) return newEngine(source as WebAssembly.Module);
  const { build, ...rest } = (source as EngineChoice) ?? {};
  if (source === null || typeof source !== 'object' || Object.keys(rest).length > 0) {
    throw badArgument('loadEngine', 'source', moduleOrBuild(), source);
  }
  if (build === undefined) return newEngine();
  if (build !== 'simd' && build !== 'relaxed') {
    throw badArgument('loadEngine', 'build', eitherOf({ words: ['simd', 'relaxed'] }), build);
  }
  const shared = await compileCore();
  if (kindOf('loadEngine', shared).wasm === build) return newEngine(shared);
  if (build === 'simd')
    return newEngine(await compile(decodeModule(estimationModule), 'wasmetrics.wasm'));
  relaxed ??= compileRelaxed();
  relaxed.catch(() => (relaxed = undefined));
  return newEngine(await relaxed);
}

async function compileRelaxed(): Promise<WebAssembly.Module> {
  const { relaxedChanges } = await import('../../../generated/relaxed-changes.js');
  const bytes = changedModule(decodeModule(estimationModule), relaxedChanges);
  if (WebAssembly.validate(bytes)) return compile(bytes, 'the relaxed build');
  throw new EngineError(noRelaxedSimd(), 'engine');
}
