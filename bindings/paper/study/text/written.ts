/** Numbers as the tables of a study print them. */
import { count } from '../../../words/text/counts.js';
import { pValue as pText } from '../../../words/text/format.js';
import { markedText, numberIn } from '../../tables/paper/marks.js';
import { type Digits, shown } from '../../tables/paper/shown.js';
import {
  type NumberMarks,
  type PaperCell,
  type PaperTable,
  usualMarks,
} from '../../tables/paper/table.js';
import { columnNumbers } from '../columns/printed.js';
import type { NumberKind, StudyNumber } from './number.js';

/** Decimals if a table prints no number of the kind. */
const usualDecimals = 3;

/** How a table writes its numbers. */
export interface Writing {
  /** The decimals of estimates by column and term; those of the first estimate have the empty name. */
  readonly decimals: ReadonlyMap<string, number>;
  readonly marks: NumberMarks;
  readonly cells: ReadonlyMap<string, PaperCell>;
}

/** The place of a number in a table. */
export interface NumberPlace {
  /** The printed column, from 1. */
  readonly column: number;
  /** The number of its model, because stacked panels share columns. */
  readonly model?: number | undefined;
  readonly name: string;
  readonly statistic: string;
}

const keyOf = ({ column, model, name, statistic }: NumberPlace) =>
  JSON.stringify([column, model ?? 0, name, statistic]);

type NamedCell = PaperCell & Required<Pick<PaperCell, 'name' | 'statistic' | 'value'>>;

/** Reads how a table writes its numbers. */
export function writingOf(table: PaperTable | undefined): Writing {
  const decimals = new Map<string, number>();
  const cells = new Map<string, PaperCell>();
  const marks = table?.marks ?? usualMarks;
  const numbers = columnNumbers(table?.sources ?? []);
  for (const cell of namedCells(table)) {
    const { statistic, text } = cell;
    const key = keyOf({ ...cell, column: numberOf(cell.column, numbers) });
    if (!cells.has(key)) cells.set(key, cell);
    const digits = numberIn(text, marks)?.decimals.length;
    if (statistic !== 'estimate' || digits === undefined) continue;
    if (!decimals.has('')) decimals.set('', digits);
    decimals.set(key, digits);
  }
  return { decimals, marks, cells };
}

/** The printed column of a cell; if each line of a term has a column, several positions are one column. */
function numberOf(place: number, numbers: ReadonlyMap<number, number>): number {
  const first = Math.max(...[...numbers.keys()].filter((one) => one <= place));
  return numbers.get(first) ?? place;
}

/** Cells with one number. */
function namedCells(table: PaperTable | undefined): NamedCell[] {
  return (table?.body ?? [])
    .flatMap(({ cells }) => cells)
    .filter((cell): cell is NamedCell => {
      const { name, statistic, value } = cell;
      return name !== undefined && statistic !== undefined && value !== undefined;
    });
}

/** A number as its cell prints it; without a cell, with the decimals of the nearest estimate. */
export function written(
  { decimals, marks, cells }: Writing,
  value: number,
  kind: NumberKind,
  place: NumberPlace,
): StudyNumber {
  const cell = cells.get(keyOf(place));
  if (cell?.value === value) {
    const text = bare(cell.text);
    if (text !== undefined) return { text, value, kind };
  }
  const ofEstimate = decimals.get(keyOf({ ...place, statistic: 'estimate' }));
  const digits = ofEstimate ?? decimals.get('') ?? usualDecimals;
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
