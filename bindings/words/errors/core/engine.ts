/** Errors of the engine: its module, its memory and its host, in English. */
import { says } from '../../told.js';

export const cannotAllocate = says(
  'out-of-memory/bytes',
  'cannot allocate {bytes} bytes: WebAssembly memory holds at most 4 GiB; use fewer rows, regressors or instruments',
);

/** What the host says of a failure, in its own words. */
interface OfHost {
  readonly reason: string;
}

export const coreStopped = says(
  'trap/stopped',
  'the core stopped ({reason}); please report the data and the model',
);
export const cannotCompile = says(
  'cannot-compile',
  ({ reason, file }: OfHost & { readonly file: string }) =>
    `expected a host that compiles WebAssembly, found ${reason}; pass ${file} of this package, compiled: await init({ module })`,
);
export const addressesExhausted = says(
  'no-address-space',
  'expected 10 GB of address space, found less ({reason}); raise ulimit -v, start node with --disable-wasm-trap-handler --wasm-max-mem-pages=8192, or use fewer workers',
);

export const partNotLoaded = says(
  'cannot-load/part',
  'expected a file of this package, found none ({reason}); serve all files of one build, and load the page again after an update',
);

/** A build of the package's modules; what a module does not say is undefined. */
export interface ModuleStamp {
  readonly version: string | undefined;
  readonly build: string | undefined;
}

export interface ForeignModule {
  readonly expected: { readonly version: string; readonly build: string };
  /** Undefined for a module of another program. */
  readonly found: ModuleStamp | undefined;
}

export const foreignModule = says('foreign-module', ({ expected, found }: ForeignModule) => {
  const name = found?.version === undefined ? 'a module' : `wasmetrics ${found.version}`;
  const present =
    found === undefined
      ? 'a module of another program'
      : `${name}, build ${found.build ?? 'unknown'}`;
  return `expected wasmetrics ${expected.version}, build ${expected.build}, found ${present}; pass wasmetrics.wasm or linear.wasm of this package`;
});
export const noRelaxedSimd = says(
  'no-relaxed-simd',
  'build relaxed: expected a host with relaxed SIMD (Node 22 or later, Chromium, Firefox), found one without it; use the default build',
);
export const notReady = says(
  'not-ready',
  'expected a call after `await ready()`, found no engine yet; import ready from the same entry point and await it once',
);
export const otherPartReady = says(
  'not-ready/other-part',
  ({ needed, loaded }: { readonly needed: string; readonly loaded: string }) =>
    `expected ${needed}, found ${loaded} alone; call \`await ready()\`, or pass ${needed} too where the host compiles no WebAssembly: await init({ module })`,
);
