import { instantiate, instantiateSync } from '@assemblyscript/loader';
import { badArgument } from './bad-argument.js';
import { decodeBase64 } from './base64.js';
import type { CoreExports } from '../generated/exports.js';
import { packageVersion, wasmBase64, wasmSha256 } from '../generated/wasm.js';

/** The build of the core that computed a result. */
export interface EngineInfo {
  readonly version: string;
  readonly wasm: 'simd' | 'relaxed';
  /** SHA-256 of the WebAssembly module. */
  readonly sha256: string;
}

/** One instance of the core with its own memory. Not shared between threads; cheap to make. */
export interface Engine {
  readonly module: WebAssembly.Module;
  readonly exports: CoreExports;
  readonly info: EngineInfo;
}

export const engineInfo: EngineInfo = { version: packageVersion, wasm: 'simd', sha256: wasmSha256 };

/** The module is immutable and compiled once per thread; instances are never shared. */
let compiled: Promise<WebAssembly.Module> | undefined;

/** The compiled core, from the bytes inside this package: no fetch, no file access. */
export function compileCore(): Promise<WebAssembly.Module> {
  compiled ??= compile(decodeBase64(wasmBase64));
  return compiled;
}

/**
 * A new instance of the core. Node, browsers and workers share this path; a worker passes the compiled `module` that
 * it received from the page.
 */
export async function loadEngine(module?: WebAssembly.Module): Promise<Engine> {
  const source = module ?? (await compileCore());
  if (!(source instanceof WebAssembly.Module)) {
    throw badArgument('engine', 'module', 'a module from compileCore', source);
  }
  const { exports } = await instance(source);
  return { module: source, exports, info: engineInfo };
}

/** `loadEngine` for functions that return their answer at once and rarely need the core. */
export function engineNow(): Engine {
  const module = new WebAssembly.Module(decodeBase64(wasmBase64));
  const { exports } = instantiateSync<LoadedExports>(module);
  return { module, exports, info: engineInfo };
}

type LoadedExports = CoreExports & Record<string, unknown>;

/**
 * Pages must not compile or instantiate a large module synchronously. Elsewhere the synchronous calls are faster. V8
 * lets an asynchronous compilation wait for other threads: 15 to 35 ms, synchronous 1.4 ms. Asynchronous
 * instantiation needs `Response`, for which Node loads its HTTP client: 20 ms.
 */
const inPage = typeof document !== 'undefined';

async function compile(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
  return inPage ? WebAssembly.compile(bytes) : new WebAssembly.Module(bytes);
}

function instance(module: WebAssembly.Module) {
  return inPage ? instantiate<LoadedExports>(module) : instantiateSync<LoadedExports>(module);
}
