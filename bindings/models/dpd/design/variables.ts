/** The variables of a dynamic panel model, and the rows of the data that have them. */
import {
  type Evaluated,
  evaluateTerm,
  type Formula,
  type Frame,
  hasDummies,
  type Ledger,
  ledger,
  type LedgerRule,
  parseTerms,
  type Term,
  termName,
} from '../../../data/index.js';
import type { DpdModel, IvGroup } from '../model/model.js';

export interface Variables {
  readonly depvar: Evaluated;
  readonly regressors: readonly Evaluated[];
  /** Variables of each ordinary group, then of each GMM-style group. */
  readonly ordinary: readonly (readonly Evaluated[])[];
  readonly gmm: readonly (readonly Evaluated[])[];
}

/**
 * Evaluates every term once. i(x) has a dummy for each level in the sample, so the other terms settle the sample first.
 */
export function evaluateVariables(
  model: DpdModel,
  { depvar, regressors }: Formula,
  frame: Frame,
  filter: readonly LedgerRule[],
): Variables {
  const iv = model.iv.map(({ vars }) => vars.flatMap(parseTerms));
  const gmm = model.gmm.map(({ vars }) => vars.flatMap(parseTerms));
  const needed = iv.filter((_, g) => !model.iv[g]!.mz).flat();
  const evaluate = evaluator(frame, [depvar, ...regressors, ...needed], filter);
  return {
    depvar: evaluate(depvar)[0]!,
    regressors: regressors.flatMap(evaluate),
    ordinary: iv.map((terms) => terms.flatMap(evaluate)),
    gmm: gmm.map((terms) => terms.flatMap(evaluate)),
  };
}

/** Evaluates each term and column once. A row enters the sample only if it has all `settling` terms. */
function evaluator(
  frame: Frame,
  settling: readonly Term[],
  filter: readonly LedgerRule[],
): (term: Term) => Evaluated[] {
  const known = new Map<string, Evaluated[]>();
  let sample: Uint8Array | undefined;
  const plain = (term: Term) => !hasDummies(term);
  const settled = () => {
    const columns = settling.filter(plain).flatMap(evaluate);
    return sampleOf(columns, filter, frame.panel!.order.length).keep;
  };
  const evaluate = (term: Term): Evaluated[] => {
    const name = termName(term);
    const place = known.get(name);
    if (place !== undefined) return place;
    const columns = plain(term)
      ? evaluateTerm(term, frame)
      : evaluateTerm(term, { ...frame, sample: (sample ??= settled()) });
    known.set(name, columns);
    return columns;
  };
  return evaluate;
}

/** Rows that serve the transformed and the level equation. Both are one object where they need the same rows. */
export interface Samples {
  readonly transformed: Ledger;
  readonly reported: Ledger;
}

export function samplesOf(
  model: DpdModel,
  { depvar, regressors, ordinary }: Variables,
  filter: readonly LedgerRule[],
  nrows: number,
): Samples {
  const serving = (equation: 'diff' | 'level') => [
    depvar,
    ...regressors,
    ...ordinaryIn(equation, model, ordinary),
  ];
  const level = serving('level');
  const diff = serving('diff');
  const levels = model.system ? sampleOf(level, filter, nrows) : undefined;
  const same = diff.length === level.length && diff.every((column, i) => column === level[i]);
  const alike = levels !== undefined && (same || model.transform === 'level');
  const transformed = alike ? levels : sampleOf(diff, filter, nrows);
  return { transformed, reported: levels ?? transformed };
}

/** Ordinary instruments that serve an equation; each of its rows needs all of them. */
function ordinaryIn(
  equation: 'diff' | 'level',
  model: DpdModel,
  ordinary: readonly (readonly Evaluated[])[],
): Evaluated[] {
  const serves = (group: IvGroup) =>
    !group.mz && (model.transform === 'level' || ['both', equation].includes(group.equation));
  return ordinary.filter((_, g) => serves(model.iv[g]!)).flat();
}

/** Rows in which every column is present. Each incomplete column is checked once. */
function sampleOf(
  columns: readonly Evaluated[],
  filter: readonly LedgerRule[],
  nrows: number,
): Ledger {
  const partial = columns.filter(({ complete }) => !complete);
  const distinct = new Map(partial.map((column) => [column.name, column]));
  return ledger(nrows, filter, [...distinct.values()]);
}
