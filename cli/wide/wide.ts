/**
 * Operations of 256 bits for the repeated work of commands. V8 makes them of pairs of 128-bit operations, on x64 with
 * AVX2 and from Node 24; results keep their bits, which a self-test shows on each machine. The option is one of the whole
 * process, so its threads have it, and a library never sets it.
 */
import { setFlagsFromString } from 'node:v8';
import { notices } from '../../bindings/words/errors/program/notices.js';
import { type Host, inLanguage } from '../host.js';
import { printWarning } from '../warnings.js';
import { keptVerdict } from './kept.js';
import { WIDE, type Verdict } from './self-test.js';

/** The first version of Node whose optimizing compiler joins operations. */
const FIRST = 24;

/** Set for a process of the command line; other callers of the program keep the options of their host. */
let isAllowed = false;
let isOn = false;

/** Lets the commands of this process use 256-bit operations, or no longer. */
export function allowWide(allowed: boolean, host: Facts = process): void {
  isAllowed = allowed && isPossible(host);
}

/** True if the repeated work of this process uses 256-bit operations. */
export const usesWide = (): boolean => isOn;

/** Turns them on before repeated work, or says that they give other numbers here. */
export function useWide(host: Host, verdictOf: () => Verdict = keptVerdict): void {
  if (!isAllowed || isOn) return;
  const verdict = verdictOf();
  if (verdict === 'right') {
    setFlagsFromString(WIDE);
    isOn = true;
  } else {
    isAllowed = false;
    if (verdict === 'wrong') {
      const told = notices['wide-wrong']({ version: process.version });
      printWarning(host, { code: 'wide-refused', message: inLanguage(host)(told) });
    }
  }
}

type Facts = Pick<NodeJS.Process, 'arch' | 'env' | 'versions'>;

function isPossible({ arch, env, versions }: Facts): boolean {
  const isNode = !('bun' in versions) && !('deno' in versions);
  const isNew = Number.parseInt(versions.node) >= FIRST;
  return isNode && isNew && arch === 'x64' && env['WASMETRICS_WIDE'] !== '0';
}
