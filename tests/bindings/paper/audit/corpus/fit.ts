/** A fitted model, as the tables of the corpus print it. */
import { critical, twoSided } from './numbers/laws.js';

export interface Term {
  readonly name: string;
  readonly b: number;
  readonly se: number;
  readonly stat: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** Ancillary parameters, such as cut points, have errors and mostly no stars. */
  readonly role: 'slope' | 'constant' | 'ancillary';
}

/** Statistics by their names in `labels` of the layouts. */
export type Stats = Readonly<Record<string, number>>;

export interface Fit {
  readonly head: string;
  readonly outcome: string;
  /** Whether the law of statistics is Student's t. */
  readonly law: 't' | 'z';
  readonly terms: readonly Term[];
  readonly stats: Stats;
  /** Rows of words, such as `Firm FE`: `Yes`. */
  readonly words: Readonly<Record<string, string>>;
}

export function termOf(
  [name, role]: readonly [string, Term['role']],
  [b, se]: readonly [number, number],
  df: number,
): Term {
  const stat = b / se;
  const half = critical(0.05, df) * se;
  return { name, role, b, se, stat, p: twoSided(stat, df), low: b - half, high: b + half };
}

export const constant = 'Constant';

export function roleOf(name: string): Term['role'] {
  return name === constant ? 'constant' : 'slope';
}
