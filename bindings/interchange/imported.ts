/** What importers share. */
import { parseFormula, termName } from '../data/index.js';
import type { DpdModelInput } from '../models/dpd/model.js';
import { failure, type Reader } from './reader.js';

export interface ImportOptions {
  /** Column of the units, `id` by default, where the text does not name it. */
  readonly unit?: string | undefined;
  /** Column of the periods, `year` by default. */
  readonly time?: string | undefined;
  /** Distance of two periods. */
  readonly step?: number | undefined;
  /** Path of the data file, for the model. */
  readonly data?: string | undefined;
  /** Names of the data's columns in their order, which `yr*` and `a-b` need. */
  readonly columns?: readonly string[] | undefined;
}

export interface ImportedModel {
  readonly model: DpdModelInput;
  /** What the command said that a model does not hold, as sentences. */
  readonly notes: readonly string[];
}

/** `n ~ L1.n + w`, names as results print them. */
export function formulaText(
  reader: Reader,
  variables: readonly string[],
  intercept: boolean,
  offset: number,
): string {
  const [outcome, ...regressors] = variables;
  if (regressors.length === 0) {
    throw failure(reader, 'expected regressors after the outcome', offset);
  }
  const right = intercept ? regressors : ['0', ...regressors];
  const { depvar, regressors: terms } = parseFormula(`${outcome!} ~ ${right.join(' + ')}`);
  const names = [...(intercept ? [] : ['0']), ...terms.map(termName)];
  return `${termName(depvar)} ~ ${names.join(' + ')}`;
}

export function panelOf({ unit = 'id', time = 'year', step }: ImportOptions) {
  return step === undefined ? { unit, time } : { unit, time, step };
}
