/** Numbers as the tables of a study print them. */
import { count, pValue as pText } from '../../tables/format.js';
import { markedText, numberIn } from '../../tables/paper/marks.js';
import { type Digits, shown } from '../../tables/paper/shown.js';
import {
  type NumberMarks,
  type PaperCell,
  type PaperTable,
  usualMarks,
} from '../../tables/paper/table.js';
import type { NumberKind, StudyNumber } from './number.js';

/** Decimals of a table that prints no number of its kind. */
const usualDecimals = 3;

/** How a table writes its numbers. */
export interface Writing {
  /** The decimals of estimates by model and term, and of the first estimate under the empty name. */
  readonly decimals: ReadonlyMap<string, number>;
  readonly marks: NumberMarks;
  readonly cells: ReadonlyMap<string, PaperCell>;
}

const keyOf = (model: number | undefined, name: string, statistic: string) =>
  JSON.stringify([model ?? 0, name, statistic]);

type NamedCell = PaperCell & Required<Pick<PaperCell, 'name' | 'statistic' | 'value'>>;

/** Reads how a table writes its numbers. */
export function writingOf(table: PaperTable | undefined): Writing {
  const decimals = new Map<string, number>();
  const cells = new Map<string, PaperCell>();
  const marks = table?.marks ?? usualMarks;
  for (const cell of namedCells(table)) {
    const { name, statistic, model, text } = cell;
    const key = keyOf(model, name, statistic);
    if (!cells.has(key)) cells.set(key, cell);
    const digits = numberIn(text, marks)?.decimals.length;
    if (statistic !== 'estimate' || digits === undefined) continue;
    if (!decimals.has('')) decimals.set('', digits);
    decimals.set(key, digits);
  }
  return { decimals, marks, cells };
}

/** Cells with one number; columns of first stages and reduced forms are of other models. */
function namedCells(table: PaperTable | undefined): NamedCell[] {
  if (table === undefined) return [];
  const { sources = [], body } = table;
  const others = sources.filter(({ part = 'second' }) => part !== 'second');
  const isOther = (cell: PaperCell) => others.some(({ column }) => column === cell.column);
  return body
    .flatMap(({ cells }) => cells)
    .filter((cell): cell is NamedCell => {
      const { name, statistic, value } = cell;
      const isNamed = name !== undefined && statistic !== undefined && value !== undefined;
      return isNamed && !isOther(cell);
    });
}

/** The place of a number in a table. */
export interface NumberPlace {
  readonly model: number | undefined;
  readonly name: string;
  readonly statistic: string;
}

/** A number as its cell prints it; without a cell with the decimals of the estimate next to it. */
export function written(
  { decimals, marks, cells }: Writing,
  value: number,
  kind: NumberKind,
  { model, name, statistic }: NumberPlace,
): StudyNumber {
  const cell = cells.get(keyOf(model, name, statistic));
  if (cell?.value === value) {
    const text = bare(cell.text);
    if (text !== undefined) return { text, value, kind };
  }
  const digits = decimals.get(keyOf(model, name, 'estimate')) ?? decimals.get('') ?? usualDecimals;
  const text = numberText(value, kind, digits);
  return { text: kind === 'label' ? text : markedText(text, marks), value, kind };
}

/** The text of a cell without brackets and stars. */
function bare(text: string): string | undefined {
  const [, number] = /^[([]?([<-]?[\d][\d., \u2009\u202f']*|\.)[)\]]?\**$/u.exec(text) ?? [];
  return number;
}

/** A number in the marks of `1,234.5`. */
function numberText(value: number, kind: NumberKind, digits: Digits): string {
  if (kind === 'p') return pText(value);
  if (kind === 'label') return String(value);
  return kind === 'count'
    ? count(value)
    : shown(value, kind === 'statistic' ? usualDecimals : digits);
}
