/** Checks of what callers pass to tables. */
import * as v from 'valibot';
import {
  badArgument,
  checkArgument,
  checkKeys,
  flag,
  isKeyed,
} from '../../../core/arguments/arguments.js';
import { isLatexKey } from '../../../core/escapes/latex.js';
import type { FitResult } from '../../../results/fit.js';
import { checkedResult } from '../../../results/read.js';
import { spanLines } from './grid.js';
import { type PaperTable, rowKinds, thousandsMarks } from './table.js';
import { languages } from '../../../words/languages/index.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/tables.js';

/** @throws InputError `bad-value` for anything but a list of results, `bad-result` for an item that is not a result */
export function checkedFits(fits: readonly FitResult[]): readonly FitResult[] {
  if (!Array.isArray(fits as unknown) || fits.length === 0) {
    throw badArgument('table', 'fits', wanted.resultList(), fits);
  }
  return Array.from(fits, (fit) => checkedResult(fit, ['fit']) as FitResult);
}

/** @throws InputError `bad-result` for anything but a result of this kind */
export function checkedKind<Result>(result: Result, kind: string): Result {
  return checkedResult(result, [kind]) as Result;
}

/** Checked without a schema, which would take a millisecond for the hundreds of cells of a table. */
function isBody(value: unknown): boolean {
  return isListOf(value, isRow);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && Array.from(value).every(isItem);
}

function isRow(row: unknown): boolean {
  if (!isKeyed(row)) return false;
  const { label, kind, cells } = row;
  const isKind = (rowKinds as readonly unknown[]).includes(kind);
  return typeof label === 'string' && isKind && isListOf(cells, isCell);
}

function isCell(cell: unknown): boolean {
  if (!isKeyed(cell)) return false;
  const { text, column, stars } = cell;
  const isText = typeof text === 'string' && ['string', 'undefined'].includes(typeof stars);
  return isText && Number.isInteger(column) && (column as number) >= 1;
}

const texts = v.array(v.string());
const place = v.pipe(v.number(), v.integer(), v.minValue(1));
const expected = expects(wanted.aPaperTable());
const tableSchema = v.looseObject(
  {
    title: v.optional(v.string(expected)),
    head: v.pipe(
      v.array(v.pipe(texts, v.minLength(2, expected)), expected),
      v.minLength(1, expected),
    ),
    spans: v.array(
      v.looseObject({
        head: v.string(),
        over: v.tuple([place, place]),
        level: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        label: v.optional(v.string()),
      }),
      expected,
    ),
    body: v.custom<PaperTable['body']>(isBody, expected),
    notes: v.array(v.string(expected), expected),
    warnings: v.optional(
      v.array(
        v.looseObject({
          code: v.string(),
          columns: v.optional(v.string()),
          message: v.string(),
        }),
        expected,
      ),
    ),
    stars: v.record(v.string(), v.number(expected), expected),
    marks: v.optional(
      v.looseObject({
        decimal: v.picklist(['.', ','], expected),
        thousands: v.picklist(thousandsMarks, expected),
      }),
    ),
    language: v.optional(v.picklist(languages, expected)),
    sources: v.optional(
      v.array(
        v.looseObject({
          column: place,
          model: place,
          title: v.string(expected),
          depvar: v.string(expected),
          hash: v.string(expected),
          panel: v.optional(v.string(expected)),
        }),
        expected,
      ),
    ),
  },
  expected,
);

/** @throws InputError `bad-value` */
export function checkTable(table: PaperTable, subject = 'render'): void {
  checkArgument(subject, 'table', tableSchema, table);
  const { head, spans, body } = table;
  const columns = head[0]!.length - 1;
  const isInside = (column: number) => column <= columns;
  const inOrder = spanLines(spans).every((line) =>
    line.every(({ over: [first, last] }, i) => {
      return first > (line[i - 1]?.over[1] ?? 0) && last >= first && isInside(last);
    }),
  );
  const fits = body.every(({ cells }) => cells.every(({ column }) => isInside(column)));
  if (inOrder && fits && head.every((line) => line.length === head[0]!.length)) return;
  throw badArgument(subject, 'table', wanted.insideColumns({ n: columns }), table);
}

const label = expects(wanted.aLabel());

/** TeX reads `^^5c` as a backslash, and knitr runs code between backquotes. */
function isLabel(text: string): boolean {
  return isLatexKey(text) && !/[\s`]/.test(text);
}

const fromOne = expects(wanted.numberFromOne());

const optionSchemas = {
  width: v.pipe(v.number(fromOne), v.minValue(1, fromOne)),
  float: flag,
  tabularray: flag,
  fragment: flag,
  sources: flag,
  label: v.pipe(v.string(label), v.check(isLabel, label)),
};

/** @throws InputError `bad-value` */
export function checkRenderOptions(options: object): void {
  checkKeys('render', optionSchemas, options);
}
