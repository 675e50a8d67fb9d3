/** Coefficients and statistics of the models. */
import type { FitResult } from '../../results/fit.js';
import { starsFor } from '../../tables/paper/settings.js';
import type { PaperTable } from '../../tables/paper/table.js';
import { entryOf } from '../../tables/term-name.js';
import type { ModelPlace } from '../result.js';
import type { NamedNumber, NumberedStudy, NumberKind } from './number.js';
import { statisticNumbers } from './statistic-numbers.js';
import { type NumberPlace, written, type Writing, writingOf } from './written.js';

export function modelNumbers({ models, places, tables }: NumberedStudy): NamedNumber[] {
  const writings = new Map<string, Writing>();
  const ofTable = new Map<string, number>();
  return places.flatMap((place) => {
    const { id, table } = place;
    const model = (ofTable.get(table) ?? 0) + 1;
    ofTable.set(table, model);
    const fit = entryOf(models, id);
    if (fit === undefined) return [];
    const writing = writings.get(table) ?? writingOf(entryOf(tables, table));
    writings.set(table, writing);
    const numbers = numbersOfFit(fit, { writing, model, stars: starsOf(entryOf(tables, table)) });
    return names(place, places).flatMap((name) =>
      numbers.map(([rest, number]): NamedNumber => [`${name}.${rest}`, number]),
    );
  });
}

const starsOf = (table: PaperTable | undefined) => table?.stars ?? {};

/** `T7.1`, and `T7.east` or `T6.Region.east` of a split table. */
function names({ id, table, group }: ModelPlace, places: readonly ModelPlace[]): string[] {
  if (group === undefined) return [id];
  const { by, value } = group;
  const same = places.filter((one) => one.table === table && one.group?.value === value);
  const inSplit = same.filter((one) => one.group?.by === by);
  return [
    id,
    ...(same.length === 1 ? [`${table}.${value}`] : []),
    ...(inSplit.length === 1 ? [`${table}.${by}.${value}`] : []),
  ];
}

interface ModelWriting {
  readonly writing: Writing;
  readonly model: number;
  readonly stars: PaperTable['stars'];
}

function numbersOfFit(fit: FitResult, { writing, model, stars }: ModelWriting): NamedNumber[] {
  const write = (value: number, kind: NumberKind, name: string, statistic: string) =>
    written(writing, value, kind, { model, name, statistic });
  const terms = Object.keys(fit.params).flatMap((term) => {
    const numbers = partsOf(fit, term).flatMap(([suffix, kind, statistic, value]): NamedNumber[] =>
      value === undefined || Number.isNaN(value)
        ? []
        : [[term + suffix, write(value, kind, term, statistic)]],
    );
    const text = starsFor(fit.pValues[term], stars);
    return [...numbers, [`${term}.stars`, { text, value: null, kind: 'text' }] as NamedNumber];
  });
  const place = (path: string): NumberPlace => ({ model, name: path, statistic: path });
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

/** What a coefficient has, by what follows its name. */
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
