/** Rows that add up or average other rows, such as 合计, Total or World: a model would count them like any row. */
import { totalSentences } from '../../../../words/en/warnings/sheets.js';
import { warning } from '../../../../words/warning.js';
import type { TableWarning } from '../../../table-warning.js';
import { quoteName } from '../../../formula/quote-name.js';
import type { Grid } from '../grid.js';

/** Names of totals in Chinese, of which yearbooks space the letters. */
const chinese =
  /^(?:(?:全\s*[国省市区]|各\s*(?:省|市|地区|行业)|分\s*行业|地区)?\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*和|平\s*均(?:\s*[值数])?)|全\s*[国省市区])\s*[：:]?$/u;
const western =
  /^(?:(?:grand |sub-?)?totals?[:.]?|(?:grand |sub-?)?totals?,? (?:for|of|all|\()\b.*|[\p{L}\p{N} ._-]{1,40}[ ,(-]totals?\)?|sum|averages?|all (?:countries|regions|states|provinces|industries|sectors|groups|firms|ages)|world|euro ?area.*|european union.*|(?:eu|ea)[ -]?\d\d(?:[_ ].*)?|oecd(?: - .*| members|[ -]total|[ -]average)?|(?:high|low|lower middle|upper middle|middle|low & middle) income|(?:ins|zus)?gesamt|insgesamt|zusammen|summe|ensemble|somme|moyenne|suma|media nacional|totale)$/iu;
/** Longer cells are sentences. */
const LONGEST_NAME = 60;

/** True for the name of a total. */
export function isTotal(text: string): boolean {
  const name = text.trim();
  return (
    name.length > 1 && name.length <= LONGEST_NAME && (chinese.test(name) || western.test(name))
  );
}

/** Rows of a column that are totals. */
interface NamedRows {
  readonly texts: Set<string>;
  readonly rows: number[];
}

/** Collects the cells of columns that name totals. */
export class TotalRows {
  readonly #columns = new Map<string, NamedRows>();
  #nrows = 0;

  /** Counts rows whose cells are added one by one. */
  addRows(nrows: number): void {
    this.#nrows += nrows;
  }

  /** Takes the texts of a column. */
  addColumn(name: string, texts: Iterable<string>, rowNumberOf: (row: number) => number): void {
    let row = 0;
    for (const text of texts) this.add(name, text, rowNumberOf(row++));
    this.#nrows = Math.max(this.#nrows, row);
  }

  /** Takes a cell of a column and the number of its row. */
  add(name: string, text: string, row: number): void {
    if (!isTotal(text)) return;
    const named = this.#columns.get(name) ?? { texts: new Set(), rows: [] };
    this.#columns.set(name, named);
    named.texts.add(text);
    named.rows.push(row);
  }

  /** Warns of each column in which most rows are no totals. */
  warnings(): TableWarning[] {
    return [...this.#columns]
      .filter(([, { rows }]) => 2 * rows.length <= this.#nrows)
      .map(([column, { texts, rows }]) =>
        warning(totalSentences, 'total-rows', {
          column,
          texts: [...texts],
          rows,
          where: filterOf(column, [...texts]),
        }),
      );
  }
}

/** The filter that leaves out these texts of a column. */
function filterOf(column: string, texts: readonly string[]): string {
  const [name, ...values] = [quoteName(column), ...texts.map((text) => JSON.stringify(text))];
  return values.length === 1 ? `${name} != ${values[0]}` : `!in(${[name, ...values].join(', ')})`;
}

/** Warns of totals in the rows that `eachBatch` gives. */
export function totalWarnings(
  names: readonly string[],
  eachBatch: (take: (batch: Grid) => void) => void,
): TableWarning[] {
  const totals = new TotalRows();
  eachBatch((batch) => addTotals(totals, names, batch));
  return totals.warnings();
}

/** Digits, signs and blanks come before it. */
const FIRST_LETTER = 'A'.charCodeAt(0);

/** Adds the rows of a batch; `names` are those of its columns. */
export function addTotals(totals: TotalRows, names: readonly string[], grid: Grid): void {
  const { nrows, width, bounds, text, lines } = grid;
  totals.addRows(nrows);
  for (let cell = 0; cell < nrows * width; cell++) {
    const [start, end] = [bounds[2 * cell]!, bounds[2 * cell + 1]!];
    if (end - start > LONGEST_NAME || !(text.charCodeAt(start) >= FIRST_LETTER)) continue;
    const name = names[cell % width];
    if (name !== undefined)
      totals.add(name, text.slice(start, end), lines[Math.floor(cell / width)]!);
  }
}
