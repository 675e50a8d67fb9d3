/** Coefficients and statistics of the printed columns. */
import type { FitResult } from '../../../results/fit.js';
import { starsFor } from '../../tables/paper/settings.js';
import type { PaperTable } from '../../tables/paper/table.js';
import { entryOf } from '../../tables/term-name.js';
import { groupNames, isOfModel, printedColumns, resultOf } from '../columns/printed.js';
import type { StudyColumn } from '../result.js';
import type { NamedNumber, NumberedStudy, NumberKind } from './number.js';
import { type NumberPlace, type Writing, writingOf, written } from './written.js';

/**
 * The numbers of the printed columns, `T7.1`, and of the models of groups, `T7.east`. A column number that occurs in
 * several panels has a name for each, `T4.A2` and `T4.B2`.
 */
export function modelNumbers(study: NumberedStudy): NamedNumber[] {
  const { models, places, tables } = study;
  const columns = printedColumns(study);
  const writingFor = memoized((table) => writingOf(entryOf(tables, table)));
  const numberOfModel = (id: string, table: string) =>
    places
      .filter((modelPlace) => modelPlace.table === table)
      .findIndex((modelPlace) => modelPlace.id === id) + 1;
  const numbersIn = ({ table, model: id, column }: StudyColumn, fit: FitResult) => {
    const place = { writing: writingFor(table), column, model: numberOfModel(id, table) };
    return numbersOfFit(fit, { ...place, stars: entryOf(tables, table)?.stars ?? {} });
  };
  const ofColumns = columns.flatMap((column) => {
    const fit = resultOf(study, column);
    return fit === undefined ? [] : named(namesOf(column, columns), numbersIn(column, fit));
  });
  const ofGroups = places.flatMap((place) => {
    const fit = entryOf(models, place.id);
    const shown = columns.find(
      (studyColumn) => studyColumn.model === place.id && isOfModel(studyColumn),
    );
    const column = { ...(shown ?? { ...place, column: 0, estimator: '' }), model: place.id };
    if (fit === undefined) return [];
    const names = groupNames(place, places).map((name) => `${place.table}.${name}`);
    return named(names, numbersIn(column, fit));
  });
  return [...ofColumns, ...ofGroups];
}

const named = (names: readonly string[], numbers: readonly NamedNumber[]) =>
  names.flatMap((name) =>
    numbers.map(([rest, number]): NamedNumber => [`${name}.${rest}`, number]),
  );

/** `T4.B2`; also `T4.2` if no other panel has that column. */
function namesOf({ id, table, column }: StudyColumn, all: readonly StudyColumn[]): string[] {
  const same = all.filter(
    (studyColumn) => studyColumn.table === table && studyColumn.column === column,
  );
  const plain = `${table}.${column}`;
  return same.length === 1 && plain !== id ? [id, plain] : [id];
}

function memoized<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

interface ColumnWriting extends Pick<NumberPlace, 'column' | 'model'> {
  readonly writing: Writing;
  readonly stars: PaperTable['stars'];
}

function numbersOfFit(
  fit: FitResult,
  { writing, column, model, stars }: ColumnWriting,
): NamedNumber[] {
  const write = (value: number, kind: NumberKind, name: string, statistic: string) =>
    written(writing, value, kind, { column, model, name, statistic });
  const terms = Object.keys(fit.params).flatMap((term) => {
    const numbers = partsOf(fit, term).flatMap(([suffix, kind, statistic, value]): NamedNumber[] =>
      value === undefined || Number.isNaN(value)
        ? []
        : [[term + suffix, write(value, kind, term, statistic)]],
    );
    const text = starsFor(fit.pValues[term], stars);
    return [...numbers, [`${term}.stars`, { text, value: null, kind: 'text' }] as NamedNumber];
  });
  const place = (path: string): NumberPlace => ({ column, model, name: path, statistic: path });
  const statistics = statisticNumbers(fit).map(([path, value, kind]): NamedNumber => [
    path,
    written(writing, value, kind, place(path)),
  ]);
  return [...terms, ...statistics];
}

type Part = readonly [
  suffix: string,
  kind: NumberKind,
  statistic: string,
  value: number | undefined,
];

/** The numbers of a coefficient, by the suffix of their names. */
function partsOf(fit: FitResult, term: string): Part[] {
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = fit;
  return [
    ['', 'estimate', 'estimate', params[term]],
    ['.se', 'error', 'stdError', stdErrors[term]],
    [`.${fit.statistic}`, 'error', fit.statistic, statistics[term]],
    ['.p', 'p', 'p', pValues[term]],
    ['.low', 'error', 'low', confInt[term]?.[0]],
    ['.high', 'error', 'high', confInt[term]?.[1]],
    ['.bootstrapError', 'error', 'bootstrapError', bootstrap?.stdErrors[term]],
    ['.bootstrapP', 'p', 'wildP', bootstrap?.pValues[term]],
    [
      '.bootstrapLow',
      'error',
      'bootstrapLow',
      Object.values(bootstrap?.confInt ?? {})[0]?.[term]?.[0],
    ],
    [
      '.bootstrapHigh',
      'error',
      'bootstrapHigh',
      Object.values(bootstrap?.confInt ?? {})[0]?.[term]?.[1],
    ],
  ];
}

/** Statistics of a model by the paths that tables use. */
type Statistic = readonly [path: string, value: number, kind: NumberKind];

/** Parts of a result that are keyed by coefficient, are matrices or lists of columns, or describe the data. */
// prettier-ignore
const others = [
  'params', 'stdErrors', 'statistics', 'pValues', 'confInt', 'vcov', 'bootstrap', 'tests',
  'instruments',
    'momentConditions',
    'trace',
    'warnings',
    'engine',
    'labels',
    'weightingMatrix',
  'omitted', 'components', 'confidenceSets', 'baselines', 'columns',
];

// prettier-ignore
const counts = [
  'nobs', 'ngroups', 'ninstruments', 'rankInstruments', 'dfModel', 'dfResid', 'iterations',
  'pairs', 'units', 'rows', 'levels', 'redundant', 'columns', 'zeroColumns', 'rank',
  'rowsRead', 'rowsUsed', 'nparams', 'df',
];

/** Keys that identify the parts of a list: the order of a test of autocorrelation, a group, an endogenous variable. */
const partKeys = ['order', 'group', 'endogenous'] as const;

/** Every number of a result, under the path by which `statisticOf` finds it. */
function statisticNumbers(fit: FitResult): Statistic[] {
  const top = Object.entries(fit).filter(([key]) => !others.includes(key));
  const all = [...top, ...Object.entries(fit.tests).filter(([key]) => !others.includes(key))];
  return all.flatMap(([key, value]) => leaves(key, key, value));
}

function leaves(path: string, key: string, value: unknown): Statistic[] {
  if (typeof value === 'number') {
    return Number.isNaN(value) ? [] : [[path, value, kindOf(key)]];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => [
      ...leaves(partPath(path, item, i), key, item),
      // A list without an index means its first part.
      ...(i === 0 ? leaves(path, key, item) : []),
    ]);
  }
  return Object.entries(value).flatMap(([name, child]) => {
    if (name === 'stat') return leaves(path, key, child);
    const short = name === 'pValue' ? 'p' : name;
    return leaves(`${path}.${short}`, short, child);
  });
}

/** `ar[2]`, `firstStage[Gov]`; a number by its position, `df[0]`. */
function partPath(path: string, item: unknown, i: number): string {
  const keyed = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
  const named = partKeys.find((key) => ['string', 'number'].includes(typeof keyed[key]));
  return `${path}[${named === undefined ? i : String(keyed[named])}]`;
}

function kindOf(key: string): NumberKind {
  if (key === 'p') return 'p';
  if (key === 'periods' || key === 'order') return 'label';
  return counts.includes(key) ? 'count' : 'statistic';
}
