/**
 * The verdict of the self-test, kept in the user's cache folder by kernels, version of Node and model of the processor:
 * machines of a cluster share home folders.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { usualCache } from '../cache/folder.js';
import { isPrivateFolder, makeFolder } from '../cache/private.js';
import { kernels, testKernels, type Verdict } from './self-test.js';

const verdicts: readonly string[] = ['right', 'wrong', 'absent'] satisfies Verdict[];

/**
 * The kept verdict, or that of a test, which is then kept. Without a cache folder each process tests. The engine of a
 * bundle has no kernels, and computes with 128 bits.
 */
export function keptVerdict(
  test: () => Verdict = testKernels,
  cache = usualCache(),
  module = kernels,
): Verdict {
  if (!existsSync(module)) return 'absent';
  const file = cache === undefined ? undefined : join(cache, 'wide', nameOfMachine(module));
  const kept = file === undefined ? undefined : read(file);
  if (kept !== undefined) return kept;
  const verdict = test();
  if (file !== undefined) keep(file, verdict);
  return verdict;
}

function nameOfMachine(module: string): string {
  const hash = createHash('sha256').update(readFileSync(module));
  return hash
    .update([process.version, process.arch, cpus()[0]?.model].join('\n'))
    .digest('hex')
    .slice(0, 32);
}

function read(file: string): Verdict | undefined {
  try {
    if (!isPrivateFolder(dirname(file))) return undefined;
    const text = readFileSync(file, 'utf8');
    return verdicts.includes(text) ? (text as Verdict) : undefined;
  } catch {
    return undefined;
  }
}

function keep(file: string, verdict: Verdict): void {
  const temporary = `${file}.${crypto.randomUUID()}.tmp`;
  try {
    makeFolder(dirname(file));
    if (!isPrivateFolder(dirname(file))) return;
    writeFileSync(temporary, verdict, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, file);
  } catch {
    // The next process tests again.
  }
}
