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
    `expected a host that compiles WebAssembly, found ${reason}; pass ${file} of this package, compiled: import module from 'wasmetrics/${file}', then await init({ module })`,
);
export const refusedByPolicy = says(
  'cannot-compile/policy',
  "expected a page that may compile WebAssembly, found a Content-Security-Policy that refuses it ({reason}); add 'wasm-unsafe-eval' to script-src of the policy",
);
export const noWebAssembly = says(
  'cannot-compile/none',
  'expected a host with WebAssembly, found one without it; use another browser, or leave its lockdown mode for this page',
);
export const addressesExhausted = says(
  'no-address-space',
  'expected 10 GB of address space, found less ({reason}); raise ulimit -v, start node with --disable-wasm-trap-handler --wasm-max-mem-pages=8192, or use fewer workers',
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
  return `expected wasmetrics ${expected.version}, build ${expected.build}, found ${present}; pass wasmetrics.wasm, linear.wasm or relaxed.wasm of this package`;
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
export const memoryExhausted = says(
  'no-address-space/page',
  'expected memory for another instance of the core, found none ({reason}); use fewer workers, or close other pages',
);
export const noModuleThere = says(
  'cannot-load/no-module',
  'expected the address of wasmetrics.wasm, found {url}, which is no WebAssembly module ({type}); serve the file itself at this address',
);
export const cannotLoad = says(
  'cannot-load',
  'expected the address of wasmetrics.wasm, found {url} ({reason}); pass an address that this host can fetch: CORS, and connect-src of a policy, must allow it',
);
