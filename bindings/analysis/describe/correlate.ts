/** Correlations of columns. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { badArgument, checkKeys, flag, oneOf } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import {
  anyTable,
  builtOf,
  completeRows,
  type DataInput,
  finiteColumn,
  labelsOf,
  type Table,
  tableWarnings,
} from '../../data/index.js';
import type { Correlation, MissingCorrelation } from '../../results/describe/correlation.js';
import { chosenColumns, columnNames } from './describe.js';
import { averageRanks } from '../../core/numerics/ranks.js';
import { compensatedSum, sumOfSquares, unit } from '../../core/numerics/sums.js';
import { regress } from '../inference/auxiliary.js';
import type { ByName } from '../../results/common.js';
import { tooManyColumns } from '../../words/errors/analysis/descriptions.js';
import { twoColumnsOfNumbers } from '../../words/expectations/analysis/results.js';
import { reasoned, type Said, say, type Telling, type Word } from '../../words/phrase.js';

/** Maximum number of columns; a page can show the matrix of about ten. */
const MOST_COLUMNS = 1000;

const methods = ['pearson', 'spearman'] as const;

/** What to correlate. */
export interface CorrelateOptions extends LocalOptions {
  /** Names of two or more columns of numbers; by default all columns of numbers. */
  readonly columns?: readonly string[] | undefined;
  /** Use only rows with a value in every column. Default false: each pair uses all rows that have both values. */
  readonly listwise?: boolean | undefined;
  /** Default pearson. Spearman's correlations are Pearson's correlations of the ranks. */
  readonly method?: (typeof methods)[number] | undefined;
}

const schemas = {
  ...localSchemas,
  columns: columnNames,
  listwise: flag,
  method: oneOf(methods),
};

/**
 * Correlates columns of numbers, and computes the variance inflation factor of each column on the others.
 *
 * @throws InputError `bad-value`, `unknown-column`, `text-in-numeric-column`, `infinite-value`, and as `anyTable`
 */
export async function correlate(
  data: DataInput,
  options: CorrelateOptions = {},
): Promise<Correlation> {
  options = checkKeys('correlate', schemas, options);
  return inOnePiece(options, async () => {
    const table = anyTable(data);
    const { listwise = false, method = 'pearson' } = options;
    const names = numericNames(table, options.columns);
    const engine = await engineFor(options.engine);
    const columns = names.map((name) => finiteColumn(table, name, 'correlate.columns'));
    const complete = completeRows(columns);
    const cells = columns.map(cellsIn(complete));
    const toUnit = (values: Float64Array) =>
      unit(method === 'spearman' ? averageRanks(values) : values);
    const units = cells.map(toUnit);
    const pairs = names.map((_, j) =>
      names.slice(0, j + 1).map((__, i) => {
        const places = i === j ? [j] : [j, i];
        const rows = listwise ? complete : completeRows(places.map((place) => columns[place]!));
        // If the numbers of rows are equal, they are the same rows.
        const whole = rows.length === complete.length;
        const ofPair = places.map((place) => ({
          name: names[place]!,
          unit: whole ? units[place] : toUnit(cellsIn(rows)(columns[place]!)),
        }));
        return correlation(engine, ofPair, rows.length);
      }),
    );
    const pairOf = (i: number, j: number) => pairs[Math.max(i, j)]![Math.min(i, j)]!;
    const matrix = <T>(read: (pair: Pair) => T) =>
      names.map((_, i) => names.map((__, j) => read(pairOf(i, j))));
    const vif = inflationFactors(engine, names, cells);
    return {
      kind: 'correlation',
      method,
      listwise,
      names,
      r: matrix(({ r }) => r),
      n: matrix(({ n }) => n),
      p: matrix(({ p }) => p),
      reasons: pairs.flatMap((row, j) =>
        row.flatMap(({ reason, told }, i): MissingCorrelation[] =>
          reason === undefined
            ? []
            : [{ names: [names[j]!, names[i]!], reason, ...(told && { told }) }],
        ),
      ),
      vif: vif.factors,
      vifReasons: vif.reasons,
      nobs: complete.length,
      ...labelsOf(table, names),
      ...builtOf(table),
      warnings: tableWarnings(table, { names }),
    };
  });
}

function numericNames(table: Table, columns: readonly string[] | undefined): readonly string[] {
  const isNumeric = (name: string) => table.columns.get(name)?.kind === 'number';
  const names =
    columns === undefined
      ? [...table.columns.keys()].filter(isNumeric)
      : chosenColumns('correlate', table, columns);
  if (names.length > MOST_COLUMNS) {
    const told = tooManyColumns({ path: 'columns', found: names.length, most: MOST_COLUMNS });
    throw new InputError(told, { of: 'correlate', key: 'columns' });
  }
  if (names.length >= 2) return names;
  throw badArgument('correlate', 'columns', twoColumnsOfNumbers(), names);
}

function cellsIn(rows: Int32Array): (column: Float64Array) => Float64Array {
  return (column) => Float64Array.from(rows, (row) => column[row]!);
}

interface Pair {
  readonly r: number | null;
  readonly n: number;
  readonly p: number | null;
  readonly reason?: string;
  readonly told?: Telling;
}

/** A column in the rows of a pair, centred and scaled to length 1; undefined if it does not vary. */
interface UnitColumn {
  readonly name: string;
  readonly unit: Float64Array | undefined;
}

/** The correlation of two columns, or of one with itself, in n rows. */
function correlation(engine: Engine, columns: readonly UnitColumn[], n: number): Pair {
  const missing = (reason: Word | Said) => ({ r: null, n, p: null, ...reasoned(reason) });
  if (n < 2) {
    const rows = say(n === 0 ? 'no row' : 'one row');
    const [{ name }] = columns as readonly [UnitColumn];
    return missing(
      columns.length === 1
        ? say('{} has a value in {}', name, rows)
        : say('both have values in {}', rows),
    );
  }
  const constant = columns.find((column) => column.unit === undefined);
  if (constant !== undefined) return missing(say('{} is constant', constant.name));
  const x = columns[0]!.unit!;
  const y = columns.at(-1)!.unit!;
  // With |x| = |y| = 1, |x + y|^2 = 2 + 2r and |x - y|^2 = 2 - 2r, so no digits are lost near -1 and 1.
  const sum = compensatedSum(n, (i) => square(x[i]! + y[i]!));
  const difference = compensatedSum(n, (i) => square(x[i]! - y[i]!));
  const r = (sum - difference) / (sum + difference);
  if (n === 2) return { r, n, p: null, reason: 'two rows leave no degree of freedom' };
  const rest = sum * difference;
  const t = (Math.abs(sum - difference) * Math.sqrt(n - 2)) / (2 * Math.sqrt(rest));
  return { r, n, p: rest === 0 ? 0 : 2 * engine.exports.t_sf(t, n - 2) };
}

function square(x: number): number {
  return x * x;
}

/** Variance inflation factors of columns. */
interface InflationFactors {
  readonly factors: ByName<number | null>;
  readonly reasons: ByName<string>;
}

/** 1 / (1 - R2) of each column (nrows, without missing values) on the others and a constant. */
function inflationFactors(
  engine: Engine,
  names: readonly string[],
  columns: readonly Float64Array[],
): InflationFactors {
  const units = columns.map(unit);
  const outcomes = names.map((_, j) => factorOf(engine, units, j));
  const known = outcomes.map((outcome) => (typeof outcome === 'number' ? outcome : null));
  const reasons = names.flatMap((name, j) => {
    const outcome = outcomes[j]!;
    return typeof outcome === 'string' ? [[name, outcome] as const] : [];
  });
  return {
    factors: Object.fromEntries(names.map((name, j) => [name, known[j]!])),
    reasons: Object.fromEntries(reasons),
  };
}

/** The factor of a column, or the reason why it has none. */
function factorOf(
  engine: Engine,
  units: readonly (Float64Array | undefined)[],
  j: number,
): number | Word {
  const y = units[j];
  if (y === undefined) return 'constant in the rows with all values';
  const others = units.filter((x) => x !== y);
  const columns = others.filter((x) => x !== undefined);
  const fit = regress(engine, { y, columns, intercept: true });
  if (fit === undefined) return 'fewer rows than columns';
  if (fit.perfect) return 'infinite: a linear combination of the other columns';
  return sumOfSquares(y) / fit.rss;
}
