/** Columns of data: moments, quantiles and frequent values, and the same by groups. */
import { showWord } from '../../../words/text/messages.js';
import type { ByName } from '../../../results/common.js';
import type { ColumnDescription, Description } from '../../../results/describe/description.js';
import {
  facts,
  left,
  legend,
  maybe,
  notes,
  number,
  right,
  table,
  text,
  warnings,
  words,
} from '../../tables/blocks.js';
import type { Block, Cell, Document, TableBlock, TableRow } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { digits, short } from '../../../words/text/format.js';
import { builtFacts } from '../words/built.js';

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
    title: `${plural(names.length, 'column')} of ${plural(nrows, 'row')}`,
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
  const headings = ['n', 'missing', ...statistics].map(right);
  return table('Columns', [left('column'), ...headings], columns.map(momentRow));
}

/** Adds the labels and units of the columns to each table, if any of them has one. */
function labelled(columns: Named, tables: readonly TableBlock[]): TableBlock[] {
  const labels = columns.map(([, column]) => labelWords(column));
  if (labels.every((label) => label === '')) return [...tables];
  return tables.map((block) => ({
    ...block,
    columns: [...block.columns, left('label')],
    rows: block.rows.map((row, i) => ({ ...row, cells: [...row.cells, words(labels[i]!)] })),
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
      words(name),
      number(column.n, count),
      number(column.missing, count),
      ...statistics.map((key) => statisticCell(column[key])),
    ],
  };
}

function statisticCell(value: number | string | null): Cell {
  return typeof value === 'string' ? words(value) : maybe(value, four);
}

function shapeTable(columns: Named): TableBlock[] {
  const rows = columns.map(([name, { p25, p75, skewness, kurtosis, distinct }]) => ({
    cells: [
      words(name),
      statisticCell(p25),
      statisticCell(p75),
      maybe(skewness, four),
      maybe(kurtosis, four),
      number(distinct, count),
    ],
  }));
  const headings = ['p25', 'p75', 'skewness', 'kurtosis', 'distinct'].map(right);
  return table('Shape', [left('column'), ...headings], rows);
}

function panelTable({ unit }: Description, columns: Named): TableBlock[] {
  if (unit === undefined) return [];
  const rows = columns
    .filter(([name, { sdBetween }]) => sdBetween !== undefined && name !== unit)
    .map(([name, { sd, sdBetween, sdWithin, nGroups, nPeriodsMean }]) => ({
      cells: [
        words(name),
        maybe(sd, four),
        maybe(sdBetween, four),
        maybe(sdWithin, four),
        maybe(nGroups, count),
        maybe(nPeriodsMean, (x) => short(x, 2)),
      ],
    }));
  const headings = ['sd overall', 'between', 'within', 'units', 'rows per unit'].map(right);
  return table('Variation between and within units', [left('column'), ...headings], rows);
}

function dateTable(columns: Named): TableBlock[] {
  const rows = columns.map(([name, { frequency, n, missing, distinct, min, max }]) => ({
    cells: [
      words(name),
      number(n, count),
      number(missing, count),
      number(distinct, count),
      words(frequency ?? ''),
      statisticCell(min),
      statisticCell(max),
    ],
  }));
  const headings = ['n', 'missing', 'distinct'].map(right);
  const columnsOf = [left('date'), ...headings, left('unit'), left('first'), left('last')];
  return table('Dates', columnsOf, rows);
}

function valueTable(columns: Named): TableBlock[] {
  const rows = columns.map(([name, { n, missing, distinct, top = [] }]) => ({
    cells: [
      words(name),
      number(n, count),
      number(missing, count),
      number(distinct, count),
      words(
        top
          .map(({ value, label, n: rowsOf }) => {
            const meaning = label === undefined ? '' : ` ${label}`;
            return `${value === '' ? '(empty text)' : showWord(value)}${meaning} (${count(rowsOf)})`;
          })
          .join(', '),
      ),
    ],
  }));
  const headings = ['n', 'missing', 'distinct'].map(right);
  return table('Values', [left('values'), ...headings, left('most frequent')], rows);
}

/** Kinds of missing values, and reasons why statistics do not exist. */
function remarks(columns: Named): string[] {
  return columns.flatMap(([name, { missingKinds, reason }]) => {
    const kinds = Object.entries(missingKinds ?? {}).map(([kind, n]) => `${kind} ${count(n)}`);
    return [
      ...(kinds.length === 0 ? [] : [`${name}: missing values by kind: ${kinds.join(', ')}`]),
      ...(reason === undefined ? [] : [`${name}: ${reason}`]),
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
      if (type === 'date') return dateTable(rows).map(headed(`${name} by ${by}`));
      if (type === 'text') return valueTable(rows).map(headed(`${name} by ${by}`));
      return momentTable(rows).map(headed(`${name} by ${by}`));
    });
}

/** The table with another name, also as the heading of its first column. */
function headed(name: string): (block: TableBlock) => TableBlock {
  return (block) => ({ ...block, name, columns: [left(name), ...block.columns.slice(1)] });
}

function explanations({ unit, names }: Description): Block[] {
  if (names.length === 0) return text('The data have no columns.');
  return legend(
    ...(unit === undefined
      ? []
      : ['between: sd of the means of units; within: sd of x - mean of the unit + mean of all']),
    'quartiles: type 7 of Hyndman and Fan; kurtosis of a normal distribution: 3',
  );
}
