/** Columns of data: moments, quantiles and frequent values, and the same by groups. */
import { showWord } from '../../../../words/text/messages.js';
import type { ByName } from '../../../../results/common.js';
import type { ColumnDescription, Description } from '../../../../results/describe/description.js';
import {
  empty,
  facts,
  left,
  legend,
  maybe,
  notes,
  number,
  rights,
  table,
  text,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import type { Block, Cell, Document, TableBlock, TableRow } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { digits, short } from '../../../../words/text/format.js';
import { builtFacts } from '../../words/built.js';
import { because, known, list, plural, type Said, say } from '../../../../words/phrase.js';

type Named = readonly (readonly [name: string, column: ColumnDescription])[];

/** Four significant digits. */
const four = (x: number) => digits(x, 4);

export function descriptionDocument(result: Description): Document {
  const { nrows, names, unit, time } = result;
  const all = namedColumns(names, result.columns);
  const numeric = all.filter(([, { type }]) => type === 'number' || type === 'boolean');
  const dates = all.filter(([, { type }]) => type === 'date');
  const texts = all.filter(([, { type, top }]) => type === 'text' || top !== undefined);
  return {
    kind: 'description',
    title: say('{} of {}@description', plural(names.length, 'column'), plural(nrows, 'row')),
    blocks: [
      ...facts([
        ...builtFacts(result.built),
        ['panel', unit && (time === undefined ? unit : `${unit}, ${time}`)],
      ]),
      ...labelled(numeric, momentTable(numeric)),
      ...shapeTable(numeric),
      ...panelTable(result, all),
      ...labelled(dates, dateTable(dates)),
      ...labelled(texts, valueTable(texts)),
      ...notes(remarks(all)),
      ...groupTables(result),
      ...explanations(result),
      ...warnings(result.warnings),
    ],
  };
}

function namedColumns(names: readonly string[], columns: ByName<ColumnDescription>): Named {
  return names.flatMap((name) => {
    const column = columns[name];
    return column === undefined ? [] : [[name, column] as const];
  });
}

const statistics = ['mean', 'sd', 'min', 'median', 'max'] as const;

function momentTable(columns: Named): TableBlock[] {
  const headings = rights('n', 'missing', ...statistics);
  return table('Columns', [left('column'), ...headings], columns.map(momentRow));
}

/** Adds the labels and units of the columns to each table, if any of them has one. */
function labelled(columns: Named, tables: readonly TableBlock[]): TableBlock[] {
  const labels = columns.map(([, column]) => labelWords(column));
  if (labels.every((label) => label === '')) return [...tables];
  return tables.map((block) => ({
    ...block,
    columns: [...block.columns, left('label')],
    rows: block.rows.map((row, i) => ({ ...row, cells: [...row.cells, verbatim(labels[i]!)] })),
  }));
}

/** `Hourly wage (euros)` */
function labelWords({ label, unit }: ColumnDescription): string {
  if (unit === undefined) return label ?? '';
  return label === undefined ? `(${unit})` : `${label} (${unit})`;
}

function momentRow([name, column]: readonly [string, ColumnDescription]): TableRow {
  return {
    cells: [
      verbatim(name),
      number(column.n, count),
      number(column.missing, count),
      ...statistics.map((key) => statisticCell(column[key])),
    ],
  };
}

function statisticCell(value: number | string | null): Cell {
  return typeof value === 'string' ? verbatim(value) : maybe(value, four);
}

function shapeTable(columns: Named): TableBlock[] {
  const rows = columns.map(([name, { p25, p75, skewness, kurtosis, distinct }]) => ({
    cells: [
      verbatim(name),
      statisticCell(p25),
      statisticCell(p75),
      maybe(skewness, four),
      maybe(kurtosis, four),
      number(distinct, count),
    ],
  }));
  const headings = rights('p25', 'p75', 'skewness', 'kurtosis', 'distinct');
  return table('Shape', [left('column'), ...headings], rows);
}

function panelTable({ unit }: Description, columns: Named): TableBlock[] {
  if (unit === undefined) return [];
  const rows = columns
    .filter(([name, { sdBetween }]) => sdBetween !== undefined && name !== unit)
    .map(([name, { sd, sdBetween, sdWithin, nGroups, nPeriodsMean }]) => ({
      cells: [
        verbatim(name),
        maybe(sd, four),
        maybe(sdBetween, four),
        maybe(sdWithin, four),
        maybe(nGroups, count),
        maybe(nPeriodsMean, (x) => short(x, 2)),
      ],
    }));
  const headings = rights('sd overall', 'between', 'within', 'units', 'rows per unit');
  return table('Variation between and within units', [left('column'), ...headings], rows);
}

function dateTable(columns: Named): TableBlock[] {
  const rows = columns.map(([name, { frequency, n, missing, distinct, min, max }]) => ({
    cells: [
      verbatim(name),
      number(n, count),
      number(missing, count),
      number(distinct, count),
      frequency === undefined ? empty : words(known(frequency)),
      statisticCell(min),
      statisticCell(max),
    ],
  }));
  const headings = rights('n', 'missing', 'distinct');
  const columnsOf = [left('date'), ...headings, left('unit'), left('first'), left('last')];
  return table('Dates', columnsOf, rows);
}

function valueTable(columns: Named): TableBlock[] {
  const rows = columns.map(([name, { n, missing, distinct, top = [] }]) => ({
    cells: [
      verbatim(name),
      number(n, count),
      number(missing, count),
      number(distinct, count),
      words(
        list(
          top.map(({ value, label, n: rowsOf }) => {
            const meaning = label === undefined ? '' : ` ${label}`;
            const shown = value === '' ? say('(empty text)') : showWord(value);
            return say('{}{} ({})', shown, meaning, count(rowsOf));
          }),
          ', ',
        ),
      ),
    ],
  }));
  const headings = rights('n', 'missing', 'distinct');
  return table('Values', [left('values'), ...headings, left('most frequent')], rows);
}

/** Kinds of missing values, and reasons why statistics do not exist. */
function remarks(columns: Named): Said[] {
  return columns.flatMap(([name, { missingKinds, ...why }]) => {
    const kinds = Object.entries(missingKinds ?? {}).map(([kind, n]) => `${kind} ${count(n)}`);
    return [
      ...(kinds.length === 0
        ? []
        : [say('{}: missing values by kind: {}', name, kinds.join(', '))]),
      ...(why.reason === undefined ? [] : [say('{}: {}', name, because(why))]),
    ];
  });
}

/** One table per numeric column, with a row per group. */
function groupTables({ by, groups = [], names }: Description): Block[] {
  if (by === undefined) return [];
  const inGroups = (name: string): Named =>
    groups.flatMap(({ value, label, columns }) => {
      const heading = label === undefined ? String(value) : `${value} ${label}`;
      return [[heading, columns[name]!] as const];
    });
  return names
    .filter((name) => name !== by)
    .flatMap((name) => {
      const rows = inGroups(name);
      const type = rows[0]?.[1].type;
      if (type === 'date') return dateTable(rows).map(headed(say('{} by {}', name, by)));
      if (type === 'text') return valueTable(rows).map(headed(say('{} by {}', name, by)));
      return momentTable(rows).map(headed(say('{} by {}', name, by)));
    });
}

/** The table with another name, also as the heading of its first column. */
function headed(name: Said): (block: TableBlock) => TableBlock {
  return (block) => ({ ...block, name, columns: [left(name), ...block.columns.slice(1)] });
}

function explanations({ unit, names }: Description): Block[] {
  if (names.length === 0) return text('The data have no columns.');
  return legend(
    ...(unit === undefined
      ? []
      : [
          say(
            'between: sd of the means of units; within: sd of x - mean of the unit + mean of all',
          ),
        ]),
    'quartiles: type 7 of Hyndman and Fan; kurtosis of a normal distribution: 3',
  );
}
