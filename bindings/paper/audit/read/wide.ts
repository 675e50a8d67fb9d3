/** Tables whose columns are the numbers of coefficients: `Coef. | SE | t | P>|t|`, for one model or several. */
import type { AuditField } from '../../../results/audit/audit.js';
import type { AuditColumn, AuditRow, AuditTable } from '../table.js';
import { constantNames } from '../constants.js';
import { rangeIn, type ReadCell, readCell } from './cells.js';
import { type FieldName, fieldOf } from './fields.js';
import { distinct, type Rows } from './heads.js';
import { isAncillary, isTest, statisticOf } from './labels.js';
import { nobsIn, type OpenStatistics, readStatistic } from './statistics.js';

interface Place {
  readonly field: FieldName | 'stars';
  readonly column: number;
}

/** The columns of one model. */
interface Block {
  readonly head: string;
  readonly places: readonly Place[];
}

export interface Wide {
  readonly nheads: number;
  readonly blocks: readonly Block[];
}

/** Rows that may be headings. */
const mostHeads = 8;

/**
 * The models of a table whose headings name a coefficient with its error, statistic, p or interval; undefined for
 * others.
 */
export function blocksOf(rows: Rows): Wide | undefined {
  for (const [i, row] of rows.slice(0, mostHeads).entries()) {
    const places = row.slice(1).flatMap((text, j): Place[] => {
      const field =
        text === row[j] && text !== '' && fieldOf(text) !== 'ci' ? undefined : fieldOf(text);
      return field === undefined ? [] : [{ field, column: j + 1 }];
    });
    const kinds = new Set(places.map(({ field }) => field));
    const hasCoefficient = kinds.has('coef') || kinds.has('beta');
    const isMost = kinds.size >= 4 || places.length >= (row.length - 1) / 2;
    if (!hasCoefficient || kinds.size < 2 || !isMost) continue;
    const over = rows.slice(0, i);
    const blocks = grouped(places).map((one, j) => ({
      head: headOver(over, one[0]!.column, j),
      places: withStars(one, rows.slice(i + 1), row),
    }));
    const heads = distinct(blocks.map(({ head }) => head));
    return { nheads: i + 1, blocks: blocks.map((block, j) => ({ ...block, head: heads[j]! })) };
  }
  return undefined;
}

/** A repeated field begins the next model; a second cell under an interval is its upper end. */
function grouped(places: readonly Place[]): Place[][] {
  const blocks: Place[][] = [];
  for (const [i, place] of places.entries()) {
    const last = blocks.at(-1);
    const before = last?.at(-1);
    if (place.field === 'ci' && before?.field === 'ci' && before.column === place.column - 1) {
      last![last!.length - 1] = { ...before, field: 'ci_low' };
      last!.push({ ...place, field: 'ci_high' });
    } else if (
      last === undefined ||
      last.some(({ field }) => field === place.field) ||
      isStart(places, i, last)
    ) {
      blocks.push([place]);
    } else last.push(place);
  }
  const hasCoefficient = (block: Place[]) => block.some(({ field }) => field === 'coef');
  const isModel = (block: Place[]) =>
    hasCoefficient(block) || block.some(({ field }) => field === 'beta');
  return blocks
    .filter(isModel)
    .map((block) =>
      hasCoefficient(block)
        ? block.filter(({ field }) => field !== 'beta')
        : block.map((one) => (one.field === 'beta' ? { ...one, field: 'coef' as const } : one)),
    );
}

/** Whether a model starts at a coefficient after fields that come again: these are of something else. */
function isStart(places: readonly Place[], i: number, last: readonly Place[]): boolean {
  if (places[i]!.field !== 'coef') return false;
  const next = places.findIndex(({ field }, j) => j > i && field === 'coef');
  const after = places.slice(i + 1, next < 0 ? undefined : next);
  return last.every(({ field }) => after.some((one) => one.field === field));
}

/** A column without a head that has nothing but stars belongs to the model on its left. */
function withStars(block: readonly Place[], body: Rows, heads: readonly string[]): Place[] {
  const column = block.at(-1)!.column + 1;
  const texts = body.map((row) => row[column] ?? '').filter((text) => text !== '');
  const areStars = texts.length > 0 && texts.every((text) => /^[*+.\u2020\u2021]{1,4}$/.test(text));
  return areStars && (heads[column] ?? '') === ''
    ? [...block, { field: 'stars', column }]
    : [...block];
}

/** The nearest text over the first column of a model, which may span columns to its right. */
function headOver(over: Rows, column: number, place: number): string {
  const texts = over.flatMap(
    (row) =>
      row
        .slice(1, column + 1)
        .filter((text) => text !== '')
        .at(-1) ?? [],
  );
  return (texts.at(-1) ?? String(place + 1)).replace(/^\((.*)\)$/, '$1');
}

interface OpenBlock extends OpenStatistics {
  readonly rows: AuditRow[];
}

/** Reads the rows of the models. */
export function readBlocks(
  body: Rows,
  { blocks }: Wide,
  { notes, facts }: { readonly notes: string; readonly facts: Readonly<Record<string, string>> },
): Pick<AuditTable, 'columns' | 'notes' | 'width'> {
  const columns = blocks.map(({ head, places }, i): AuditColumn => {
    const open: OpenBlock = { rows: [], stats: {} };
    for (const row of body) readRow(open, row, places);
    if (blocks.length === 1) addFacts(open, facts, notes);
    const { rows, stats } = open;
    return { column: head, number: i + 1, rows, stats, words: { head }, variables: {} };
  });
  const filled = columns.filter(({ rows, stats }) => rows.length + Object.keys(stats).length > 0);
  return { notes, width: blocks.length, columns: filled };
}

function readRow(open: OpenBlock, row: readonly string[], places: readonly Place[]): void {
  const label = row[0] ?? '';
  if (label === '') return;
  const printed: Partial<Record<AuditField, string>> = {};
  for (const { field, column } of places) readField(printed, field, row[column] ?? '');
  const isEstimate =
    printed.coef !== undefined &&
    (['se', 't', 'z', 'p', 'ci_low'] as const).some((field) => printed[field] !== undefined);
  if (isEstimate && !isRepeated(row, places)) {
    const isExtra = isAncillary(label) || isTest(label) || follows(open.rows);
    open.rows.push({ row: label, printed, ...(isExtra && { extra: true as const }) });
    return;
  }
  const cell = places.map(({ column }) => readCell(row[column] ?? '')).find(isNumber);
  if (cell === undefined) return;
  readStatistic(open, { statistic: statisticOf(label) ?? label, label }, cell);
}

/** What is printed above the only model of a table, and the observations that the notes count. */
function addFacts(open: OpenBlock, facts: Readonly<Record<string, string>>, notes: string): void {
  for (const [label, text] of Object.entries(facts)) {
    const statistic = statisticOf(label);
    if (statistic !== undefined) readStatistic(open, { statistic, label }, readCell(text));
  }
  const n = nobsIn(notes);
  if (n !== undefined) open.stats['n'] ??= n;
}

function isNumber({ kind }: ReadCell): boolean {
  return kind === 'number';
}

/** Whether the same cell is over several columns, as a statistic of the model. */
function isRepeated(row: readonly string[], places: readonly Place[]): boolean {
  const texts = places.map(({ column }) => row[column] ?? '');
  return texts.length > 1 && texts.every((text) => text === texts[0]);
}

/** Whether a row follows the intercept of a model that does not begin with it. */
function follows(rows: readonly AuditRow[]): boolean {
  return rows.findIndex(({ row }) => constantNames.has(row)) > 0;
}

function readField(
  printed: Partial<Record<AuditField, string>>,
  field: Place['field'],
  text: string,
): void {
  if (field === 'beta') return;
  if (field === 'stars') {
    if (text !== '') printed.stars = text;
    return;
  }
  if (field === 'ci') {
    const ends = rangeIn(text.replace(/^[[(]\s*|\s*[\])]$/g, ''));
    if (ends !== undefined) Object.assign(printed, { ci_low: ends[0], ci_high: ends[1] });
    return;
  }
  const cell = readCell(text.replace(/^\[(?!.*\])|(?<!\[.*)\]$/g, ''));
  if (cell.kind !== 'number' && cell.kind !== 'enclosed') return;
  printed[field] = cell.number;
  if (cell.stars !== '') printed.stars ??= cell.stars;
}
