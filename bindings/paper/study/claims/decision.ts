/** What one model, or one comparison, says of a claim. */
import type { Verdict } from '../result.js';

export interface Decision {
  readonly verdict: Exclude<Verdict, 'mixed'>;
  readonly estimate: number | null;
  readonly stat: number | null;
  readonly df: number | readonly number[] | null;
  readonly pValue: number | null;
  readonly test: string;
  /** A clause with the numbers that decide, without its full stop. */
  readonly reason: string;
}

export function untestable(reason: string, estimate: number | null = null): Decision {
  return {
    verdict: 'not testable',
    estimate,
    stat: null,
    df: null,
    pValue: null,
    test: 'none',
    reason,
  };
}

export const verdictOf = (isSupported: boolean): Decision['verdict'] =>
  isSupported ? 'supported' : 'not supported';
