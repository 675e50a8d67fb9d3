/** How a study ended: its exit code, and what to do next. */
import type { Told } from '../../bindings/words/told.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import type { FailedEntry, StudyResult } from '../../bindings/entries/study.js';
import { exitCodes } from '../exit.js';
import { type Host, notice } from '../host.js';

const isStopped = ({ error }: FailedEntry) => error.code === 'interrupted';

/** True if Ctrl-C stopped the run. */
export function wasStopped({ failed }: StudyResult): boolean {
  return failed.some(isStopped);
}

/** The parts that Ctrl-C left unfinished. */
export function stoppedParts({ failed }: StudyResult): readonly string[] {
  return failed.filter(isStopped).map(({ id }) => id);
}

/** The parts that failed for other reasons. */
export function failedParts({ failed }: StudyResult): readonly FailedEntry[] {
  return failed.filter((entry) => !isStopped(entry));
}

/** Reports required claims that are not supported. Returns the exit code. */
export function outcomeOf(host: Host, result: StudyResult, required: readonly string[]): number {
  if (wasStopped(result)) return exitCodes.interrupted;
  const lost = result.claims.filter(
    ({ id, verdict }) => required.includes(id) && verdict !== 'supported',
  );
  for (const { id, verdict } of lost) notice(host, notices.required({ id, verdict }));
  if (result.failed.length > 0) return exitCodes.failedPart;
  return lost.length > 0 ? exitCodes.notSupported : exitCodes.ok;
}

/** Advice after Ctrl-C. `cache` is the folder of the option, or false if nothing is cached. */
export function afterStop(path: string, cache: string | boolean | undefined): Told {
  if (cache === false) return notices.stopped({ way: undefined });
  const folder = typeof cache === 'string' ? ` --cache ${quoted(cache)}` : '';
  return notices.stopped({ way: `wasmetrics study ${quoted(path)}${folder} --resume` });
}

const quoted = (path: string) => (/^[\w./@:+-]+$/.test(path) ? path : JSON.stringify(path));
