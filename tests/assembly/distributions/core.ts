/** The distribution files of the core, compiled by themselves with every function that they export, and a table. */
import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

type Numeric = (...args: number[]) => number;
export type Name = 'normal' | 't' | 'chi2' | 'f';
type Row = readonly [
  x: number,
  cdf: string | null,
  sf: string | null,
  logSf: string,
  p: number | null,
  ppf: string | null,
  q: number | null,
  isf: string | null,
];
interface Table {
  distributions: { distribution: Name; df: number[]; rows: Row[] }[];
  elementary: (readonly [x: number, log: string | null, exp: string | null])[];
}

export const table = JSON.parse(
  readFileSync(new URL('../../golden/distributions/table.json', import.meta.url), 'utf8'),
) as Table;

const core: Record<string, Numeric> = {};

async function compile(): Promise<Uint8Array<ArrayBuffer>> {
  const files = ['normal', 'student', 'student-tail', 'chi2', 'fdist'];
  const entries = files.map((file) => `assembly/distributions/${file}.ts`);
  entries.push('assembly/arithmetic/elementary.ts');
  const flags = '--runtime stub -O3 --use abort= --noAssert --enable simd --disableWarning 112';
  const output: Uint8Array[] = [];
  const { error, stderr } = await asc.main(
    [...entries, 'assembly/memory/arena.ts', '--outFile', 'out.wasm', ...flags.split(' ')],
    {
      writeFile: (name, contents) => {
        if (name.endsWith('.wasm')) output.push(contents as Uint8Array);
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return new Uint8Array(output[0]!);
}

/** Compiles the files. */
export async function compiled(): Promise<void> {
  const { instance } = await WebAssembly.instantiate(await compile());
  Object.assign(core, instance.exports);
}

export function memory(): WebAssembly.Memory {
  return core['memory'] as unknown as WebAssembly.Memory;
}

export function call(name: string, ...args: number[]): number {
  return core[name]!(...args);
}

export function relativeError(found: number, expected: number): number {
  return found === expected ? 0 : Math.abs(found - expected) / Math.abs(expected);
}
