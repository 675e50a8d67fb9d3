/** Modules and instances of the core, for each part and build. */
import { packageVersion, wasmBuild, wasmSha256 } from '../../../generated/build.js';
import type { CoreExports, LinearExports, SharedExports } from '../../../generated/exports.js';
import { badArgument } from '../../errors/bad-argument.js';
import { EngineError } from '../../errors/errors.js';
import * as said from '../../../words/errors/core/engine.js';
import { compiledModule } from '../../../words/expectations/core/engine.js';

/** `simd` gives the same bits on every machine. `relaxed` rounds multiply-adds as the machine does, and is faster. */
export type Build = 'simd' | 'relaxed';

/** The build of the core that computed a result. */
export interface EngineInfo {
  readonly version: string;
  readonly wasm: Build;
  /** SHA-256 of `wasmetrics.wasm`, even if `linear.wasm` runs, or of the relaxed build. */
  readonly sha256: string;
}

/** One instance of the core with its own memory. Not shared between threads; cheap to make. */
export interface Engine<Exports extends SharedExports = CoreExports> {
  readonly module: WebAssembly.Module;
  readonly exports: Exports;
  readonly info: EngineInfo;
}

/** An instance of `linear.wasm`. */
export type LinearEngine = Engine<LinearExports>;

/** An instance of either part, for functions that both have. */
export type AnyEngine = Engine<SharedExports>;

/**
 * `linear` is `linear.wasm`: matrices, distributions, random numbers, least squares. `estimation` is `wasmetrics.wasm`:
 * every estimator, the bootstrap and indices. Both have least squares, random numbers and the tails of tests.
 */
export type Part = 'linear' | 'estimation';

const infos: Readonly<Record<Build, EngineInfo>> = {
  simd: { version: packageVersion, wasm: 'simd', sha256: wasmSha256.simd },
  relaxed: { version: packageVersion, wasm: 'relaxed', sha256: wasmSha256.relaxed },
};

/**
 * Pages must not compile or instantiate a large module synchronously. Elsewhere the synchronous calls are faster. In V8
 * an asynchronous compilation waits for other threads: 15 to 35 ms, but 1.4 ms synchronously. Asynchronous
 * instantiation needs `Response`, for which Node loads its HTTP client: 20 ms.
 */
const inPage = typeof document !== 'undefined';

/** @throws EngineError `cannot-compile` if the host does not compile WebAssembly */
export async function compile(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
): Promise<WebAssembly.Module> {
  try {
    return inPage ? await WebAssembly.compile(bytes) : compileNow(bytes, file);
  } catch (error) {
    throw await explained(error, uncompiled(error, file));
  }
}

/** Synchronous `compile`; old browsers refuse it in pages. */
export function compileNow(bytes: Uint8Array<ArrayBuffer>, file: string): WebAssembly.Module {
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    throw uncompiled(error, file);
  }
}

function uncompiled(error: unknown, file: string): EngineError {
  if (error instanceof EngineError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EngineError(said.cannotCompile({ reason, file }), 'engine');
}

/** The error of a host with what that host can do; the general one where no more can be loaded. */
function explained(error: unknown, general: EngineError): Promise<EngineError> {
  return import('./refused.js').then(
    ({ ofHost }) => ofHost(error) ?? general,
    () => general,
  );
}

/** @throws EngineError `no-address-space` */
export async function instantiate<Exports extends SharedExports>(
  module: WebAssembly.Module,
): Promise<Engine<Exports>> {
  if (!inPage) return instantiateNow(module);
  try {
    return engineOf(module, await WebAssembly.instantiate(module));
  } catch (error) {
    throw withoutRoom(error);
  }
}

/** Synchronous `instantiate`; old browsers refuse it in pages. @throws EngineError `no-address-space` */
export function instantiateNow<Exports extends SharedExports>(
  module: WebAssembly.Module,
): Engine<Exports> {
  try {
    return engineOf(module, new WebAssembly.Instance(module));
  } catch (error) {
    throw withoutRoom(error);
  }
}

/** The error if the host has no address space for another memory: V8 reserves about 10 GB for each. */
function withoutRoom(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error;
  return new EngineError(said.addressesExhausted({ reason: error.message }), 'engine');
}

function engineOf<Exports extends SharedExports>(
  module: WebAssembly.Module,
  instance: WebAssembly.Instance,
): Engine<Exports> {
  const exports = instance.exports as unknown as Exports;
  return { module, exports, info: infos[kindOf('engine', module).wasm] };
}

/** True also for modules of another realm: in the edge runtime of Next.js `instanceof` misses them. */
export function isModule(value: unknown): boolean {
  try {
    WebAssembly.Module.customSections(value as WebAssembly.Module, '');
    return true;
  } catch {
    return false;
  }
}

/** Part and build of a module. */
export interface ModuleKind {
  readonly part: Part;
  readonly wasm: Build;
}

/**
 * The part and build of a module that a caller gave.
 *
 * @throws InputError `bad-value` for anything but a module; EngineError `foreign-module` for a module of another build
 */
export function kindOf(subject: string, module: unknown): ModuleKind {
  if (!isModule(module)) {
    throw badArgument(subject, 'module', compiledModule(), module);
  }
  const stamp = stampOf(module as WebAssembly.Module);
  const { version, build } = stamp;
  if (build === wasmBuild) return stamp as unknown as ModuleKind;
  const told = said.foreignModule({
    expected: { version: packageVersion, build: wasmBuild.slice(0, BUILD_LENGTH) },
    found:
      build === undefined
        ? undefined
        : { version: textOf(version, 40), build: textOf(build, BUILD_LENGTH) },
  });
  throw new EngineError(told, { of: subject, key: 'module' });
}

/** Characters of a build that messages show. */
const BUILD_LENGTH = 8;

function textOf(value: unknown, length: number): string | undefined {
  return typeof value === 'string' ? value.slice(0, length) : undefined;
}

/** The facts that the build wrote into a module; empty for other modules. */
function stampOf(module: WebAssembly.Module): Readonly<Record<string, unknown>> {
  const [section] = WebAssembly.Module.customSections(module, 'wasmetrics');
  if (section === undefined) return {};
  try {
    // The facts are ASCII, and Jest with jsdom has no TextDecoder.
    const facts: unknown = JSON.parse(String.fromCharCode(...new Uint8Array(section)));
    return typeof facts === 'object' && facts !== null ? { ...facts } : {};
  } catch {
    return {};
  }
}
