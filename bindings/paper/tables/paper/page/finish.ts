/** The last steps of every table: headings among its rows, styles of cells, separators of numbers, and its page. */
import { matcherOf } from '../../../../core/arguments/pattern.js';
import { InputError } from '../../../../core/errors/errors.js';
import { suggestionOf } from '../../../../data/nearest.js';
import { unknownRow } from '../../../../words/errors/paper/tables.js';
import type { Language } from '../../../../words/languages/index.js';
import { markedText } from '../marks.js';
import { namesOf } from '../row-names.js';
import {
  type NumberMarks,
  type PaperCell,
  type PaperRow,
  type PaperTable,
  usualMarks,
} from '../table.js';
import type { PageSpec } from './keys.js';
import type { CellStyle, PageLayout } from './layout.js';

interface Finish {
  readonly marks: NumberMarks;
  readonly language: Language;
  readonly digits: { readonly rows: object };
  readonly page: PageSpec;
}

/**
 * The table as its keys ask for; it records its language unless that is English.
 *
 * @throws InputError `unknown-term` for digits, a style or a heading of a row that the table does not have
 */
export function finished(table: PaperTable, { marks, language, digits, page }: Finish): PaperTable {
  for (const name of Object.keys(digits.rows)) knownRow(table.body, name, 'digits.rows');
  const layout = layoutOf(page);
  const body = styled(withHeadings(table.body, page.headings), page.styles);
  return {
    ...table,
    ...(language !== 'en' && { language }),
    ...(layout !== undefined && { layout }),
    ...(marks !== usualMarks && { marks }),
    body: marks === usualMarks ? body : body.map((row) => markedRow(row, marks)),
  };
}

function layoutOf({ wide, long, pageBreak, font, widths }: PageSpec): PageLayout | undefined {
  const keys = Object.entries({ wide, long, pageBreak, font, widths });
  const given = keys.filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function markedRow(row: PaperRow, marks: NumberMarks): PaperRow {
  const marked = (cell: PaperCell) =>
    cell.value === undefined && cell.values === undefined
      ? cell
      : { ...cell, text: markedText(cell.text, marks) };
  return { ...row, cells: row.cells.map(marked) };
}

function knownRow(body: readonly PaperRow[], name: string, key: string): void {
  const names = body.flatMap(namesOf);
  if (names.includes(name)) return;
  const meant = suggestionOf(name, new Set(names));
  const detail = { path: `table.${key}`, found: name, meant };
  throw new InputError(unknownRow(detail), { of: 'table', key });
}

/** A heading stands in each panel that has its row. */
function withHeadings(body: readonly PaperRow[], headings: PageSpec['headings'] = {}): PaperRow[] {
  let rows = [...body];
  for (const [label, place] of Object.entries(headings)) {
    const { before, after } = typeof place === 'string' ? { before: place } : place;
    const name = before ?? after ?? '';
    knownRow(rows, name, `headings.${label}`);
    const heading: PaperRow = { label, kind: 'group', cells: [] };
    rows = rows.flatMap((row, i) => {
      if (before !== undefined && namesOf(row).includes(name)) return [heading, row];
      const isLast = rows[i + 1]?.kind !== 'below';
      return before === undefined && isLast && namesOf(ownerOf(rows, i)).includes(name)
        ? [row, heading]
        : [row];
    });
  }
  return rows;
}

/** The row whose lines a row belongs to. */
function ownerOf(rows: readonly PaperRow[], place: number): PaperRow {
  let first = place;
  while (first > 0 && rows[first]!.kind === 'below') first--;
  return rows[first]!;
}

type Rule = NonNullable<PageSpec['styles']>[number];

function styled(body: readonly PaperRow[], rules: PageSpec['styles'] = []): readonly PaperRow[] {
  let rows = body;
  for (const rule of rules) rows = withRule(rows, rule);
  return rows;
}

function withRule(body: readonly PaperRow[], { rows, columns, when, ...keys }: Rule): PaperRow[] {
  const style = keys as CellStyle;
  const wanted = rows?.map((name) => matcherOf(name, 'table: styles', 'table.styles'));
  const isWanted = (row: PaperRow) =>
    wanted === undefined || namesOf(row).some((name) => wanted.some((matches) => matches(name)));
  if (!body.some((row) => row.kind !== 'rule' && isWanted(row))) {
    knownRow(body, rows![0]!, 'styles');
  }
  return body.map((row, i) => {
    if (row.kind === 'rule' || !isWanted(ownerOf(body, i))) return row;
    const cells = row.cells.map((cell) => {
      const isCell =
        columns?.includes(cell.column) !== false && holds(when, cell, ownerOf(body, i));
      return isCell ? { ...cell, style: { ...cell.style, ...style } } : cell;
    });
    const isLabel = columns === undefined && when === undefined;
    return { ...row, cells, ...(isLabel && { style: { ...row.style, ...style } }) };
  });
}

/** Whether a condition holds for the estimate of a cell, which may be on the line above. */
function holds(when: Rule['when'], { column }: PaperCell, { cells }: PaperRow): boolean {
  if (when === undefined) return true;
  const cell = cells.find((one) => one.column === column);
  if (when === 'starred') return (cell?.stars ?? '') !== '';
  const value = cell?.value ?? cell?.values?.['estimate'];
  return value !== undefined && (when === 'positive' ? value > 0 : value < 0);
}
