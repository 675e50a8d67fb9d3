/** Operations of 256 bits for repeated work, and the self-test that decides about them. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptVerdict } from '../../cli/wide/kept.js';
import { testKernels, type Verdict } from '../../cli/wide/self-test.js';
import { allowWide, usesWide, useWide } from '../../cli/wide/wide.js';

const kernels = fileURLToPath(new URL('../../dist/wide.wasm', import.meta.url));
/** Whether this version of Node knows the option. */
const isNew = Number.parseInt(process.versions.node) >= 24;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wide-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The kernels with a wrong operation: the first f64x2.add subtracts. */
function wrongKernels(): string {
  const bytes = readFileSync(kernels);
  bytes[bytes.indexOf(Buffer.from([0xfd, 0xf0, 0x01])) + 1] = 0xf1;
  const file = join(folder, 'wrong.wasm');
  writeFileSync(file, bytes);
  return file;
}

test('have the numbers of 128-bit operations, and a wrong lane is found', () => {
  expect(testKernels(kernels)).toBe(isNew ? 'right' : 'absent');
  expect(testKernels(wrongKernels())).toBe(isNew ? 'wrong' : 'absent');
  expect(testKernels(join(folder, 'none.wasm'))).toBe(isNew ? 'wrong' : 'absent');
});

test('are tried once, and the verdict is kept', () => {
  let tests = 0;
  const verdict = (found: Verdict) => () => {
    tests++;
    return found;
  };
  const cache = join(folder, 'cache');
  expect(keptVerdict(verdict('wrong'), cache, kernels)).toBe('wrong');
  expect(keptVerdict(verdict('right'), cache, kernels)).toBe('wrong');
  expect(tests).toBe(1);
  const [name] = readdirSync(join(cache, 'wide'));
  writeFileSync(join(cache, 'wide', name!), 'something else');
  expect(keptVerdict(verdict('right'), cache, kernels)).toBe('right');
  expect(keptVerdict(verdict('right'), cache, join(folder, 'none.wasm'))).toBe('absent');
  writeFileSync(join(folder, 'file'), '');
  expect(keptVerdict(verdict('absent'), join(folder, 'file'), kernels)).toBe('absent');
});

function said(verdict: Verdict): string {
  let text = '';
  const stderr = { write: (part: string | Uint8Array) => (text += String(part)) };
  useWide({ ...process, stderr, cwd: () => folder } as never, () => verdict);
  return text;
}

test('are not used where their numbers are wrong, which is said once', () => {
  const facts = {
    arch: 'x64',
    env: {},
    versions: { ...process.versions, node: '24.0.0' },
  } as const;
  allowWide(true, facts);
  expect(said('wrong')).toContain('give other numbers here');
  expect(said('wrong')).toBe('');
  expect(usesWide()).toBe(false);
});

test.each([
  { arch: 'arm64' as const },
  { env: { WASMETRICS_WIDE: '0' } },
  { versions: { ...process.versions, node: '22.0.0' } },
])('are not asked for with %o', (other) => {
  const facts = {
    arch: 'x64',
    env: {},
    versions: { ...process.versions, node: '24.0.0' },
  } as const;
  allowWide(true, { ...facts, ...other });
  expect(said('wrong')).toBe('');
});
