/**
 * Tries operations of 256 bits in a process of its own: a module of ten kernels is compiled by the optimizing compiler
 * alone, because only optimized code has them, and the hash of its results is compared with that of 128-bit operations,
 * which the build wrote into the module.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** V8 joins adjacent 128-bit operations where the processor has AVX2. Neither order nor rounding changes. */
export const WIDE = '--experimental-wasm-revectorize';

/** Without inlining V8 14.6 needs no counts of calls, which code that was never run does not have. */
const optimized = ['--no-liftoff', '--no-wasm-lazy-compilation', '--no-wasm-inlining'];

/** Milliseconds after which the process is ended. */
const TIMEOUT = 20_000;

/** Exit code of Node for an option that it does not know. */
const UNKNOWN_OPTION = 9;

/** The file of the kernels. */
export const kernels = fileURLToPath(new URL('../wide.wasm', import.meta.url));

const script = `const { readFileSync } = require('node:fs');
const module = new WebAssembly.Module(readFileSync(process.argv[1]));
const [facts] = WebAssembly.Module.customSections(module, 'wasmetrics');
const { hash } = JSON.parse(new TextDecoder().decode(facts));
const found = String(BigInt.asUintN(64, new WebAssembly.Instance(module).exports.hash_kernels()));
process.stdout.write(found === hash ? 'right' : 'wrong');`;

/** `right` if all numbers are equal, `absent` if this Node has no such operations. */
export type Verdict = 'right' | 'wrong' | 'absent';

/** A process that ends by a fault of the compiler is a wrong one, too. */
export function testKernels(module = kernels): Verdict {
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      [WIDE, ...optimized, '-e', script, module],
      {
        encoding: 'utf8',
        timeout: TIMEOUT,
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    if (status === UNKNOWN_OPTION) return 'absent';
    return stdout === 'right' ? 'right' : 'wrong';
  } catch {
    return 'absent'; // no process may be started here
  }
}
