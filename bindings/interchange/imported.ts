/** What importers share. */
import { InputError } from '../core/errors.js';
import { inputError, parseFormula, termName } from '../data/index.js';
import type { DpdModel, DpdModelInput } from '../models/dpd/model/model.js';
import { parseModel } from '../models/model-file.js';
import type { Program } from './programs.js';
import { failure, type Reader } from './reader.js';

export interface ImportOptions {
  /** Whose command the text is; found in the text by default. */
  readonly from?: Program | undefined;
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

/** What lines before the command say: the file, or unit, time and step. */
export type Setting = Pick<ImportOptions, 'unit' | 'time' | 'step' | 'data'>;

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

/** The entries that have a value. */
export function defined<T extends object>(values: T): T {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}

/** The note on an option that changes what is printed or kept, not what is estimated. */
export function noEffect(option: string): string {
  return `${option} changes no estimate and is left out`;
}

/** An error about a whole statement. */
export function place(text: string, message: string): InputError {
  return inputError({ text, offset: 0 }, 'command-syntax', message);
}

/** That a script has none of the commands, or more than one. */
export function notOne(text: string, command: string, count: 'none' | 'another'): InputError {
  return place(text, `expected one command ${command}, found ${count}`);
}

/**
 * The model with the conventions of the program that its command is for; where those are not reproduced, without
 * them, with the keys of `otherwise` and with a note that says why.
 */
export function withCompat(
  compat: DpdModel['compat'],
  model: DpdModelInput,
  notes: readonly string[],
  otherwise: Partial<DpdModelInput> = {},
): ImportedModel {
  const adopted = { ...model, compat };
  try {
    parseModel(adopted);
    return { model: adopted, notes };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'not-reproduced') throw error;
    const note = `compat ${compat} is left out, as not reproduced are ${String(error.detail['what'])}`;
    return { model: { ...model, ...otherwise }, notes: [...notes, note] };
  }
}
