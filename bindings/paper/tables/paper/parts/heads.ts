/** Headings of columns, and headings over them. */
import { badArgument } from '../../../../core/arguments/arguments.js';
import { whereOf } from '../../../../data/ledger.js';
import { entryOf } from '../../term-name.js';
import type { Settings } from '../settings.js';
import type { TableSpec } from '../spec.js';
import type { Span } from '../table.js';
import type { Panel, TableColumn } from './columns.js';
import { columnsUpTo, separateHeadings } from '../../../../words/expectations/paper/tables.js';

/** Lines of headings, without the entry above the labels; parts of a model need a line of their own. */
export function headLines(
  columns: readonly TableColumn[],
  { numbers = false }: TableSpec,
  { words }: Settings,
): string[][] {
  const counted = columns.map((_, j) => `(${j + 1})`);
  const heads = columns.map(({ head }, j) => head ?? counted[j]!);
  const parts = columns.map(({ part }) => (part === undefined ? '' : words.parts[part]));
  return [
    ...(numbers && columns.some(({ head }) => head !== undefined) ? [counted] : []),
    heads,
    ...(parts.some((text, j) => text !== '' && !heads[j]!.includes(text)) ? [parts] : []),
  ];
}

/**
 * Headings over several columns: given headings or titles of panels, dependent variables, values that split samples.
 */
export function spansOver(
  panels: readonly Panel[],
  columns: readonly TableColumn[],
  { spans }: TableSpec,
  settings: Settings,
): Span[] {
  const titles = panels.length > 1 ? titleSpans(panels) : [];
  const lines = spans === undefined ? [] : givenLines(columns.length, spans);
  const given = lines.flat();
  const depvars = depvarSpans(columns, settings);
  const hidesDepvar = spans !== undefined && (given.length === 0 || depvars.length === 1);
  const samples = spans === undefined ? sampleSpans(columns, settings) : [];
  return [titles, ...lines, ...(hidesDepvar ? [] : [depvars]), samples]
    .filter((line) => line.length > 0)
    .flatMap((line, level) => line.map((span) => (level === 0 ? span : { ...span, level })));
}

/** The dependent variables; if there are several, the word for them is above the labels. */
function depvarSpans(columns: readonly TableColumn[], settings: Settings): Span[] {
  const { labels, words } = settings;
  const names = columns.map(({ fit }) => fit.depvar);
  if (new Set(names).size < 2)
    return runs(names.map((name) => (name === '' ? undefined : depvarHead(name, settings))));
  const spans = runs(
    names.map((name) => (name === '' ? undefined : (entryOf(labels, name) ?? name))),
  );
  return spans.map((span) => ({ ...span, label: words.depvars }));
}

export function depvarHead(depvar: string, { labels, words }: Settings): string {
  return words.depvar(entryOf(labels, depvar) ?? depvar);
}

/** A heading for each run of columns with the same text; columns without text have none. */
function runs(texts: readonly (string | undefined)[]): Span[] {
  const spans: Span[] = [];
  for (const [j, head] of texts.entries()) {
    const last = spans.at(-1);
    if (head === undefined) continue;
    if (last?.head === head && last.over[1] === j) {
      spans[spans.length - 1] = { head, over: [last.over[0], j + 1] };
    } else spans.push({ head, over: [j + 1, j + 1] });
  }
  return spans;
}

function titleSpans(panels: readonly Panel[]): Span[] {
  let before = 0;
  return panels.map(({ title = '', columns }) => {
    const over = [before + 1, before + columns.length] as const;
    before += columns.length;
    return { head: title, over };
  });
}

/** Headings of columns whose samples are split by one column, such as `region: east`. */
export function sampleSpans(columns: readonly TableColumn[], settings: Settings): Span[] {
  const splits = columns.map(({ fit }) => splitOf(whereOf(fit.sample.lost)));
  const by = new Set(splits.flatMap((split) => (split === undefined ? [] : [split.column])));
  const distinct = new Set(splits.map((split) => split?.value));
  const isSplit = columns.every(({ fit }, j) => {
    return splits[j] !== undefined || whereOf(fit.sample.lost) === undefined;
  });
  if (by.size !== 1 || distinct.size < 2 || !isSplit) return [];
  const { labels, values, words } = settings;
  return runs(
    splits.map((split) => {
      if (split === undefined) return words.wholeSample;
      const { column, value } = split;
      const meaning = entryOf(entryOf(values, column) ?? {}, value) ?? value;
      return words.sample(entryOf(labels, column) ?? column, meaning);
    }),
  );
}

/** The column and the value of a filter such as `region == "east"`. */
function splitOf(where: string | undefined): { column: string; value: string } | undefined {
  if (where === undefined) return undefined;
  const comparison = /^\s*(?:`([^`]+)`|([\p{L}_][\p{L}\p{N}_.]*))\s*==?\s*(.+?)\s*$/u;
  const [, quoted, plain, right = ''] = comparison.exec(where) ?? [];
  const column = quoted ?? plain;
  const [, text = right] = /^"([^"]*)"$/.exec(right) ?? /^'([^']*)'$/.exec(right) ?? [];
  const isValue = text !== right || /^-?[\d.]+$/.test(right) || /^(true|false)$/.test(right);
  return column === undefined || !isValue ? undefined : { column, value: text };
}

/** The given headings by their lines, from the top. */
function givenLines(columns: number, spans: NonNullable<TableSpec['spans']>): Span[][] {
  const levels = [...new Set(spans.map(({ level = 0 }) => level))].sort((a, b) => a - b);
  return levels.map((line) =>
    givenSpans(
      columns,
      spans.filter(({ level = 0 }) => level === line),
    ),
  );
}

function givenSpans(columns: number, spans: NonNullable<TableSpec['spans']>): Span[] {
  const ranges = spans.map(({ head, over }): Span => ({
    head,
    over: [Math.min(...over), Math.max(...over)],
  }));
  const sorted = [...ranges].sort((a, b) => a.over[0] - b.over[0]);
  for (const [i, { head, over }] of sorted.entries()) {
    if (over[1] > columns) {
      throw badArgument('table', 'spans', columnsUpTo({ n: columns }), over[1]);
    }
    if (i > 0 && over[0] <= sorted[i - 1]!.over[1]) {
      throw badArgument('table', 'spans', separateHeadings(), head);
    }
  }
  return sorted;
}
