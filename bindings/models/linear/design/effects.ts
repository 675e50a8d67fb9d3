import type { InputError } from '../../../core/errors/errors.js';
import { type Categories, levelBound } from '../../../data/panel/singletons.js';
import { findColumn, type Table } from '../../../data/table.js';
import { inputError } from '../../../data/place.js';
import { type LedgerRule, lossOf } from '../../../data/ledger.js';
import { numberedOf } from '../../../data/panel/numbered.js';
import { type Term, termName } from '../../../data/formula/term.js';
import { badEffect } from '../../../words/errors/models/sample.js';

/** A category of the rows used. Its levels are numbered 0 .. count - 1 without gaps. */
export interface Grouping {
  readonly name: string;
  readonly codes: Int32Array;
  readonly count: number;
}

/**
 * Codes the terms after `|` by row of the table: columns, or `a:b` for each pair of values.
 *
 * @throws InputError `bad-effect` for other terms, `unknown-column`
 */
export function categoriesOf(terms: readonly Term[], table: Table): Categories[] {
  return terms.map((term) => {
    const factors = term.kind === 'interaction' ? term.factors : [term];
    const columns = factors.map((factor) => {
      if (factor.kind !== 'column') throw refusedEffect(term);
      return numberedOf(findColumn(table, factor.name, factor.place));
    });
    const name = termName(term);
    if (columns.length === 1) return { name, ...columns[0]! };
    return { name, codes: columns.map((column) => column.codes).reduce(crossed) };
  });
}

/** Leaves out rows that have no level. */
export function categoryRules(categories: readonly Categories[]): LedgerRule[] {
  return categories.flatMap(({ name, codes }) => {
    if (!codes.includes(-1)) return [];
    const keep = Uint8Array.from(codes, (code) => Number(code >= 0));
    return [{ ...lossOf('{} (fixed effect) missing', name), keep }];
  });
}

/**
 * Numbers the levels of the rows used in order of appearance. Without a panel, draws of clusters then follow the order
 * of the data.
 */
export function groupingOf({ name, codes, sizes }: Categories, rows: Int32Array): Grouping {
  if (sizes !== undefined && areAll(rows, codes.length))
    return { name, codes, count: sizes.length };
  const numbers = new Int32Array(levelBound(codes)).fill(-1);
  const codesUsed = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    if (numbers[code] === -1) numbers[code] = count++;
    codesUsed[i] = numbers[code]!;
  }
  return { name, codes: codesUsed, count };
}

/** True for rows 0 .. n - 1. */
function areAll(rows: Int32Array, n: number): boolean {
  return rows.length === n && rows.every((row, i) => row === i);
}

/** Codes each pair of codes that occurs; -1 if one of them is missing. */
function crossed(left: Int32Array, right: Int32Array): Int32Array {
  const width = levelBound(right);
  const numbers = new Map<number, number>();
  return left.map((code, row) => {
    if (code < 0 || right[row]! < 0) return -1;
    const key = code * width + right[row]!;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
}

function refusedEffect(term: Term): InputError {
  return inputError(term.place, badEffect({ term: termName(term) }));
}
