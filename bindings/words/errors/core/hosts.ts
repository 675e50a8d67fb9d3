/** What a host that refuses the core can do, in English. */
import { says } from '../../told.js';

export const refusedByPolicy = says(
  'cannot-compile/policy',
  "expected a page that may compile WebAssembly, found a Content-Security-Policy that refuses it ({reason}); add 'wasm-unsafe-eval' to script-src of the policy",
);

export const noWebAssembly = says(
  'cannot-compile/none',
  'expected a host with WebAssembly, found one without it; allow it in the settings of the host (Lockdown Mode in Safari, jitless in Node)',
);

export const noModuleThere = says(
  'cannot-load/no-module',
  'expected the address of wasmetrics.wasm, found {url}, which begins with {start}; serve the file itself',
);
export const cannotLoad = says(
  'cannot-load',
  'expected the address of wasmetrics.wasm, found {url} ({reason}); pass an address that this host can fetch (CORS, connect-src)',
);
export const notThere = says(
  'cannot-load/not-there',
  'expected the address of wasmetrics.wasm, found {url} ({reason}); put wasmetrics.wasm of this package there',
);
