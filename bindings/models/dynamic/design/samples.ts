/** The variables of a dynamic panel model, and the rows that have them. */
import type { Evaluated } from '../../../data/evaluate.js';
import { type Ledger, ledger, type LedgerRule } from '../../../data/ledger.js';
import type { DynamicModel, IvGroup } from '../model/model.js';

export interface Variables {
  readonly depvar: Evaluated;
  readonly regressors: readonly Evaluated[];
  /** Variables of each ordinary group, then of each GMM-style group. */
  readonly ordinary: readonly (readonly Evaluated[])[];
  readonly gmm: readonly (readonly Evaluated[])[];
  /** What the regressors and each ordinary group require of a row; the ledger names these first. */
  readonly required: {
    readonly regressors: readonly Evaluated[];
    readonly ordinary: readonly (readonly Evaluated[])[];
  };
}

/** Rows that serve the transformed and the level equation. Both are one object where they need the same rows. */
export interface Samples {
  readonly transformed: Ledger;
  readonly reported: Ledger;
}

export function samplesOf(
  model: DynamicModel,
  { depvar, regressors, ordinary, required }: Variables,
  filter: readonly LedgerRule[],
  nrows: number,
): Samples {
  const serving = (equation: 'diff' | 'level') => [
    depvar,
    ...required.regressors,
    ...ordinaryIn(equation, model, required.ordinary),
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
  model: DynamicModel,
  ordinary: readonly (readonly Evaluated[])[],
): Evaluated[] {
  const serves = (group: IvGroup) =>
    !group.mz && (model.transform === 'level' || ['both', equation].includes(group.equation));
  return ordinary.filter((_, g) => serves(model.iv[g]!)).flat();
}

/** Rows in which every column is present. Each incomplete column is checked once. */
export function sampleOf(
  columns: readonly Evaluated[],
  filter: readonly LedgerRule[],
  nrows: number,
): Ledger {
  const partial = columns.filter(({ complete }) => !complete);
  const distinct = new Map(partial.map((column) => [column.name, column]));
  return ledger(nrows, filter, [...distinct.values()]);
}
