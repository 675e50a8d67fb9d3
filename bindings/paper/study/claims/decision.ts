/** What one model, or one comparison, says of a claim. */
import { quoted } from '../../../core/errors/quoted.js';
import type { EconError } from '../../../core/errors/errors.js';
import type { Clause, TestDetail, Verdict } from '../../../words/vocabulary/claims.js';

export interface Decision {
  readonly verdict: Exclude<Verdict, 'mixed'>;
  readonly estimate: number | null;
  readonly stat: number | null;
  readonly df: number | readonly number[] | null;
  readonly pValue: number | null;
  readonly test: TestDetail;
  /** The numbers that decide. */
  readonly clauses: readonly Clause[];
}

export function untestable(clauses: readonly Clause[], estimate: number | null = null): Decision {
  return {
    verdict: 'not testable',
    estimate,
    stat: null,
    df: null,
    pValue: null,
    test: { code: 'none' },
    clauses,
  };
}

/** An error in the reason of a verdict. */
export const failureOfError = (error: EconError) => ({
  error: error.code,
  sentence: error.line,
  told: quoted(error),
});

export const verdictOf = (isSupported: boolean): Decision['verdict'] =>
  isSupported ? 'supported' : 'not supported';
