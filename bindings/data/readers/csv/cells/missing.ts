/** The missing codes of a file, and those of a column. */
import type { MissingKinds } from '../../../column.js';
import { missingCodes } from '../../../cells/missing-codes.js';
import { isNumber } from '../../../cells/number-text.js';

export interface MissingCodes {
  readonly names: readonly string[];
  /** Kind of each code that means missing in all columns, from 1 on. */
  readonly declared: ReadonlyMap<string, number>;
  /** The same codes for declared numbers: 9999 is also 9999.0. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Kind of each code that means missing if all other cells are numbers, dates or truth values. */
  readonly all: ReadonlyMap<string, number>;
  /** Length of the longest code, at least that of `+nan`. */
  readonly longest: number;
  /** True if a quoted empty cell is declared to be missing. */
  readonly empty: boolean;
}

/** The codes of the options, and those that are missing by default. */
export function missingCodesOf(options: string | readonly string[] = []): MissingCodes {
  const texts = [options].flat().map((code) => code.trim());
  const given = new Set(texts.filter((code) => code !== ''));
  const names = [...new Set([...given, ...missingCodes])];
  const all = new Map(names.map((name, i) => [name, i + 1]));
  const declared = new Map([...given].map((name) => [name, all.get(name)!]));
  return {
    names,
    declared,
    numbers: new Map(
      [...declared].filter(([name]) => isNumber(name)).map(([name, kind]) => [Number(name), kind]),
    ),
    all,
    longest: Math.max('+nan'.length, ...names.map(({ length }) => length)),
    empty: texts.includes(''),
  };
}

/** The kind of a trimmed cell in a numeric column, 0 if it is not missing. NaN always counts as missing. */
export function kindOf(cell: string, codes: MissingCodes): number {
  if (cell.length > codes.longest) return 0;
  return codes.all.get(cell) ?? (/^[+-]?nan$/i.test(cell) ? codes.all.get('NaN')! : 0);
}

/** Collects the kinds of missing cells of a column. */
export class KindsBuilder {
  #codes: Uint8Array | undefined;

  constructor(private readonly names: readonly string[]) {}

  set(row: number, kind: number): void {
    this.#codes = grown(this.#codes, row + 1);
    this.#codes[row] = kind;
  }

  /** The kinds for `nrows` rows; undefined if no cell is missing. */
  finish(nrows: number): MissingKinds | undefined {
    if (this.#codes === undefined) return undefined;
    const codes = new Uint8Array(nrows);
    codes.set(this.#codes.subarray(0, nrows));
    return { names: this.names, codes };
  }
}

function grown(bytes: Uint8Array = new Uint8Array(0), length: number): Uint8Array {
  if (bytes.length >= length) return bytes;
  const larger = new Uint8Array(Math.max(length, 2 * bytes.length, 64));
  larger.set(bytes);
  return larger;
}
