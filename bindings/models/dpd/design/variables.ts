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
  /** Of each ordinary and of each GMM-style group. */
  readonly ordinary: readonly (readonly Evaluated[])[];
  readonly gmm: readonly (readonly Evaluated[])[];
}

/** Evaluates every term once; i(x) has a dummy for each level in the sample, which the other terms settle. */
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

/** Evaluates terms and the columns in them, each once; `settling` are those without which a row is not in the sample. */
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

/** The rows that serve the transformed and the level equation; the same object where they need the same. */
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

/** The ordinary instruments that serve an equation: a row of it needs them all. */
function ordinaryIn(
  equation: 'diff' | 'level',
  model: DpdModel,
  ordinary: readonly (readonly Evaluated[])[],
): Evaluated[] {
  const serves = (group: IvGroup) =>
    !group.mz && (model.transform === 'level' || ['both', equation].includes(group.equation));
  return ordinary.filter((_, g) => serves(model.iv[g]!)).flat();
}

/** The rows in which everything is present; each column that is not complete is asked once. */
function sampleOf(
  columns: readonly Evaluated[],
  filter: readonly LedgerRule[],
  nrows: number,
): Ledger {
  const partial = columns.filter(({ complete }) => !complete);
  const distinct = new Map(partial.map((column) => [column.name, column]));
  return ledger(nrows, filter, [...distinct.values()]);
}
