import type { Entries } from '../explanation.js';

/** Errors of the array-level entry points. */
export const arrayErrors = {
  'not-ready': [
    'A function of an array-level entry point was called before `ready()` had resolved.',
    'Nothing was computed.',
    'Write `await ready()` once before the first call; it is exported by each entry point.',
  ],
  'foreign-module': [
    'The WebAssembly module that the program was given is not the one of this package.',
    'Nothing was computed, as another build may return other numbers.',
    'Pass wasmetrics.wasm or linear.wasm of the same version of the package.',
  ],
  'other-build': [
    'A model was estimated with one build of the core, and its bootstrap was given an engine of another.',
    'Nothing was computed, as the last digits of the builds differ.',
    'Give `fitModel` and `bootstrap` the same `engine`, or leave it out of `bootstrap`.',
  ],
  'no-relaxed-simd': [
    'The relaxed build needs instructions of WebAssembly that this host does not have.',
    'Nothing was computed.',
    'Use the default build, or run Node 22 or later, Chromium or Firefox.',
  ],
  'cannot-compile': [
    'The host does not compile WebAssembly, or its security policy forbids it.',
    'Nothing was computed.',
    "Pass a compiled module to `init({ module })`, or allow `'wasm-unsafe-eval'` in the policy of the page.",
  ],
  'cannot-load': [
    'A file could not be read: the module at the address of `init({ url })`, or a part of the library that is loaded on use.',
    'Nothing was computed.',
    'Serve the module at that address, from another origin only if it allows that, and all other files of the same build.',
  ],
  'statistic-failed': [
    'The function that is bootstrapped threw an error for the rows of a replicate.',
    'The replicate is left out. If every replicate fails, nothing is returned.',
    'Call the function with the rows of the message, and handle samples that it cannot use.',
  ],
  'bad-statistic': [
    'The function that is bootstrapped returned no numbers, or another count of numbers than for all rows.',
    'The replicate is left out.',
    'Return a number, or a list that always has one length.',
  ],
  'non-finite-statistic': [
    'The function that is bootstrapped returned NaN or infinity for the rows of a replicate.',
    'The replicate is left out.',
    'Check the function on samples with repeated rows, for example for a division by zero.',
  ],
} satisfies Entries;
