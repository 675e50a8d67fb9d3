/** Shared by the importers. */
import { InputError } from '../core/errors/errors.js';
import { inputError, parseFormula, termName } from '../data/index.js';
import type { DpdModel, DpdModelInput } from '../models/dpd/model.js';
import type { ModelInput } from '../models/model.js';
import { omit } from '../core/values/omit.js';
import { parseModel } from '../models/reading/model-file.js';
import type { Program } from './programs.js';
import { failure, type Reader } from './reader.js';
import { commandProblem } from '../words/errors/interchange/commands.js';
import {
  commandFault,
  commandSyntax,
  type OneCommand,
} from '../words/errors/interchange/syntax.js';
import type { Limit } from '../words/errors/models/dynamic-model.js';
import type { Told } from '../words/told.js';
import { withoutCompat } from '../words/errors/interchange/notes.js';

export interface ImportOptions {
  /** The program of the command; default by its first word. */
  readonly from?: Program | undefined;
  /** Column of the units if the text does not name it; default `id`. */
  readonly unit?: string | undefined;
  /** Column of the periods if the text does not name it; default `year`. */
  readonly time?: string | undefined;
  /** Distance between two periods. */
  readonly step?: number | undefined;
  /** Path of the data file, for the model. */
  readonly data?: string | undefined;
  /** Column names of the data in order; needed for `yr*` and `a-b`. */
  readonly columns?: readonly string[] | undefined;
}

/** Settings in lines before the command: the file, or unit, time and step. */
export type Setting = Pick<ImportOptions, 'unit' | 'time' | 'step' | 'data'>;

/** A model, and the parts of its command that it cannot express. */
export interface ReadModel<Input extends ModelInput = ModelInput> {
  readonly model: Input;
  readonly notes: readonly Told[];
}

/** `n ~ L1.n + w`, with names as in results. */
export function formulaText(
  reader: Reader,
  variables: readonly string[],
  intercept: boolean,
  offset: number,
): string {
  const [outcome, ...regressors] = variables;
  if (regressors.length === 0) {
    throw failure(reader, commandProblem['no-regressors'](), offset);
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

/** Notes that say different things. */
export function distinct(notes: readonly Told[]): Told[] {
  return [...new Map(notes.map((one) => [one.text, one])).values()];
}

/** An error about a whole statement. */
export function place(text: string, problem: Told): InputError {
  return inputError({ text, offset: 0 }, commandSyntax({ problem }));
}

/** The error for a script with no command, or with more than one. */
export function notOne(text: string, commands: OneCommand, several: boolean): InputError {
  return place(text, commandFault.one({ commands, several }));
}

/**
 * The model with the program's conventions in `compat`. If they cannot be reproduced for this model, it has the keys of
 * `otherwise` instead, and a note with the reason.
 */
export function withCompat(
  compat: DpdModel['compat'],
  model: DpdModelInput,
  notes: readonly Told[],
  otherwise: Partial<DpdModelInput> = {},
): ReadModel<DpdModelInput> {
  const adopted = { ...model, compat };
  try {
    parseModel(adopted);
    return { model: adopted, notes };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'not-reproduced') throw error;
    const { limit } = error.detail as { readonly limit: Limit };
    return {
      model: { ...model, ...otherwise },
      notes: [...notes, withoutCompat({ compat, limit })],
    };
  }
}

/** Checks a model, whose groups make several. @throws as `parseModel` */
export function checkImported(model: ModelInput): void {
  parseModel(omit(model, 'split'));
}
