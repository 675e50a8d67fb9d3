import type { Telling } from '../../words/phrase.js';
import { EconError } from '../errors/errors.js';
import { quoted } from '../errors/quoted.js';

/** The reason why a job, such as a specification, has no estimate. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** The first failure of a kind, with the number of failures of that kind. */
export interface CountedFailure extends Failure {
  readonly count: number;
}

/** Failures counted by message or by code, the most frequent first. */
export function countFailures(
  failures: readonly Failure[],
  by: 'code' | 'message',
): CountedFailure[] {
  const counts = new Map<string, CountedFailure>();
  for (const failure of failures) {
    const before = counts.get(failure[by]) ?? { ...failure, count: 0 };
    counts.set(failure[by], { ...before, count: before.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** The value of `compute`, or its EconError as a failure; other errors are thrown. */
export function attempt<T>(compute: () => T): T | Failure {
  try {
    return compute();
  } catch (error) {
    if (error instanceof EconError) {
      return { code: error.code, message: error.message, told: quoted(error) };
    }
    throw error;
  }
}

export function isFailure(outcome: object): outcome is Failure {
  return 'code' in outcome && 'message' in outcome;
}
