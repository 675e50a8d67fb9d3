/** Parts of a report that only dynamic panels have. */
import type {
  Baseline,
  LongRunEffect,
  MissingBaseline,
  MomentCondition,
} from '../../../results/dynamic.js';
import type { ByName } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import {
  left,
  lefts,
  legend,
  notes,
  rightNamed,
  table,
  withError,
  words,
} from '../../tables/blocks.js';
import type { Block, Cell, TableBlock } from '../../tables/draft.js';
import { errorFormat } from '../../../words/text/format.js';
import type { DocumentOptions } from '../options.js';
import { coefficientTable } from './coefficients.js';
import { groupPhrase } from '../../../words/instrument-groups.js';
import { because, say, type Word } from '../../../words/phrase.js';

/** b / (1 - rho) by regressor, as a table of coefficients; none without a lagged outcome. */
export function longRunTable(result: FitResult, options: DocumentOptions): Block[] {
  const { longRun = {}, bootstrap } = result;
  const by = <T>(value: (effect: LongRunEffect) => T): ByName<T> =>
    Object.fromEntries(Object.entries(longRun).map(([name, effect]) => [name, value(effect)]));
  const effects: FitResult = {
    ...result,
    params: by(({ estimate }) => estimate),
    stdErrors: by(({ stdError }) => stdError),
    statistics: by(({ statistic }) => statistic),
    pValues: by(({ pValue }) => pValue),
    confInt: by(({ confInt }) => confInt),
    ...(bootstrap !== undefined && { bootstrap: { ...bootstrap, ...bootstrap.longRun } }),
  };
  return coefficientTable('Long-run effects', effects, options, 'long-run effect');
}

/**
 * The lagged outcome's coefficients by estimator, in descending order from upper to lower bound, standard errors in
 * parentheses.
 */
export function baselineBlocks({ baselines, params, stdErrors }: FitResult): Block[] {
  if (baselines === undefined) return [];
  const { pooledOls, within, hahnKuersteiner, andersonHsiao } = baselines;
  const estimators: readonly (readonly [Word, Baseline | MissingBaseline])[] = [
    ['pooled OLS (upper bound)', pooledOls],
    ['GMM', { params, stdErrors }],
    ['within (lower bound)', within],
    ['within, Hahn-Kuersteiner', hahnKuersteiner],
    ['Anderson-Hsiao', andersonHsiao],
  ];
  const others = [pooledOls, within, andersonHsiao];
  const names = Object.keys(others.find((one) => one.params !== null)?.params ?? {});
  const rows = estimators.map(([label, one]) => ({
    cells: [words(label), ...names.map((name) => baselineCell(one, name))],
  }));
  const missing = Object.entries<Baseline | MissingBaseline>({ ...baselines }).flatMap(
    ([name, one]) => (one.params === null ? [say('{}: {}', name, because(one))] : []),
  );
  return [
    ...table('Other estimators', [left('lagged outcome by'), ...names.map(rightNamed)], rows),
    ...notes(missing),
    ...legend(
      'the bounds are for the first lag (Bond 2002); all standard errors except those of GMM are clustered by unit',
    ),
  ];
}

function baselineCell({ params, ...one }: Baseline | MissingBaseline, name: string): Cell {
  const value = params?.[name];
  const error = 'stdErrors' in one ? one.stdErrors[name] : undefined;
  if (value === undefined || error === undefined) return { text: '.', value: NaN };
  return withError(value, error, errorFormat([value, error]));
}

/** The moment conditions of each group of instruments. */
export function momentTable(conditions: readonly MomentCondition[] = []): TableBlock[] {
  const columns = lefts('moment conditions', 'equation', 'assumption');
  const rows = conditions.map(({ group, equation, role, words: assumption, told }) => ({
    cells: [
      { text: groupPhrase(group) },
      words(role === undefined ? say(equation) : say('{}, {}', say(equation), say(role))),
      { text: because({ reason: assumption, told }) },
    ],
  }));
  return table('Moment conditions', columns, rows);
}
