/** Terms as in other programs: runs of consecutive lags of one variable. */
import { checkTerms, wholeNumbers } from './bounds.js';
import type { Reader } from './reader.js';
import { parseTerms, type Term, termName } from '../data/index.js';

/** A variable and its lag; leads are negative. */
export interface Lagged {
  readonly of: Term;
  readonly by: number;
}

export function laggedOf(term: Term): Lagged {
  return term.kind === 'lag' ? { of: term.of, by: term.by } : { of: term, by: 0 };
}

/** Lags `first` to `last` of a variable. */
export interface Run {
  readonly of: Term;
  readonly first: number;
  readonly last: number;
}

/** The terms in order, with consecutive lags of one variable joined: `n(1) n(2)` is a run. */
export function runsOf(terms: readonly Term[]): Run[] {
  const runs: Run[] = [];
  for (const { of, by } of terms.map(laggedOf)) {
    const before = runs.at(-1);
    const joins = before?.last === by - 1 && termName(before.of) === termName(of);
    if (joins) runs[runs.length - 1] = { ...before, last: by };
    else runs.push({ of, first: by, last: by });
  }
  return runs;
}

/** The lags of every variable; variables in order of first occurrence. */
export function lagsByVariable(terms: readonly Term[]): { of: Term; lags: number[] }[] {
  const byName = new Map<string, { of: Term; lags: number[] }>();
  for (const { of, by } of terms.map(laggedOf)) {
    const name = termName(of);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { of, lags: [by] });
    else known.lags.push(by);
  }
  return [...byName.values()];
}

/** True for `from`, `from` + 1 and so on, in any order. */
export function consecutive(lags: readonly number[], from: number): boolean {
  return [...lags].sort((a, b) => a - b).every((lag, i) => lag === from + i);
}

/** `L2.x`, `x` and `F1.x` for lags 2, 0 and -1; `L1.(x^2)` for terms that are not columns. */
export function lagName(name: string, by: number): string {
  if (by === 0) return name;
  return termName(parseTerms(`${by > 0 ? 'L' : 'F'}${Math.abs(by)}.(${name})`)[0]!);
}

/** Lags `first` to `last` of each variable. @throws InputError `command-syntax` for more than 1024 of them */
export function lagsOfAll(
  reader: Reader,
  names: readonly string[],
  first: number,
  last: number,
): string[] {
  checkTerms(reader, names.length * wholeNumbers(first, last).length);
  return names.flatMap((name) => lagNames(name, first, last));
}

/** Lags `first` to `last` of a variable. */
export function lagNames(name: string, first: number, last: number): string[] {
  return wholeNumbers(first, last).map((by) => lagName(name, by));
}

/** The last lag that users of gretl and plm write to get all available lags. */
export const allLags = 99;
