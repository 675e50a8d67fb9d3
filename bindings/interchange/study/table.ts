/** Tables that a script prints, with the keys of tables of a study. */

import { tableModels } from '../../words/errors/interchange/tables.js';
import type { Told } from '../../words/told.js';
import type { Step } from '../made.js';

/** The keys of a table, apart from its models. */
export interface TableKeys {
  readonly title?: string;
  readonly columns?: readonly string[];
  readonly spans?: readonly { readonly head: string; readonly over: readonly number[] }[];
  readonly keep?: readonly string[];
  readonly drop?: readonly string[];
  readonly fold?: Readonly<Record<string, readonly string[]>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly digits?: Digits | DigitsOfParts;
  readonly below?: readonly string[];
  /** Lines of a term as templates, before `below`. */
  readonly cells?: readonly string[];
  readonly level?: number;
  readonly stars?: false | Readonly<Record<string, number>>;
  readonly rows?: Readonly<Record<string, readonly string[] | boolean>>;
  /** What rows of yes and no print. */
  readonly yesNo?: readonly [string, string];
  readonly stats?: readonly string[];
  readonly notes?: readonly string[];
}

export interface DigitsOfParts {
  readonly estimate?: Digits;
  readonly error?: Digits;
  readonly stats?: Digits;
  /** Of single statistics. */
  readonly rows?: Readonly<Record<string, Digits>>;
}

export type Digits = number | { readonly significant: number };

/** Stands for a model that is not translated; a table leaves it out, with its heading. */
export const unread = -1;

/** A table of models, by their numbers among those of the script. */
export interface ModelsTable {
  readonly line: number;
  readonly models: readonly number[];
  readonly keys: TableKeys;
  /** The ending of the file that the script writes, such as `tex`. */
  readonly format?: string | undefined;
}

/** A table that describes or correlates columns. */
export interface DataTable {
  readonly line: number;
  readonly keys: Readonly<Record<string, unknown>>;
  /** The columns that it needs, by the keys that stand for them. */
  readonly steps: readonly Step[];
}

/** A sentence on the models of a table that are not translated. */
export function modelsLacking(models: readonly number[]): Told[] {
  const count = models.filter((model) => model === unread).length;
  return count === 0 ? [] : [tableModels({ count })];
}

export type ScriptTable = ModelsTable | DataTable;

export function isOfModels(table: ScriptTable): table is ModelsTable {
  return 'models' in table;
}
