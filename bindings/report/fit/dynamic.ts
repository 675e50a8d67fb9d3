/** What only dynamic panels have, as tables and lines. */
import type {
  Baseline,
  InstrumentCount,
  LongRunEffect,
  MissingBaseline,
  MomentCondition,
  PrincipalComponents,
  SelectionCriteria,
} from '../results/dynamic.js';
import type { FitResult } from '../results/fit.js';
import { coefficientTable } from './coefficients.js';
import { plural } from '../tables/format.js';
import type { Column, TextTable } from '../tables/table.js';
import type { ByName } from '../results/common.js';

const left = (heading: string): Column => ({ heading, align: 'left' });
const right = (heading: string): Column => ({ heading, align: 'right' });

/** b / (1 - rho) by regressor, as a table of coefficients; no rows without a lagged outcome. */
export function longRunTable(result: FitResult): TextTable {
  const { longRun = {}, bootstrap } = result;
  const by = <T>(value: (effect: LongRunEffect) => T): ByName<T> =>
    Object.fromEntries(Object.entries(longRun).map(([name, effect]) => [name, value(effect)]));
  return coefficientTable({
    ...result,
    depvar: 'long-run effect',
    params: by(({ estimate }) => estimate),
    stdErrors: by(({ stdError }) => stdError),
    statistics: by(({ statistic }) => statistic),
    pValues: by(({ pValue }) => pValue),
    confInt: by(({ confInt }) => confInt),
    ...(bootstrap !== undefined && { bootstrap: { ...bootstrap, ...bootstrap.longRun } }),
  });
}

/** The lagged outcome's coefficients by estimator, from the upper to the lower bound; errors in parentheses. */
export function baselineTable({ baselines, params, stdErrors }: FitResult): TextTable {
  if (baselines === undefined) return { columns: [], rows: [] };
  const { pooledOls, within, hahnKuersteiner, andersonHsiao } = baselines;
  const rows: readonly (readonly [string, Baseline | MissingBaseline])[] = [
    ['pooled OLS (upper bound)', pooledOls],
    ['GMM', { params, stdErrors }],
    ['within (lower bound)', within],
    ['within, Hahn-Kuersteiner', hahnKuersteiner],
    ['Anderson-Hsiao', andersonHsiao],
  ];
  const others = [pooledOls, within, andersonHsiao];
  const names = Object.keys(others.find((one) => one.params !== null)?.params ?? {});
  const cell = (one: Baseline | MissingBaseline, name: string) =>
    one.params === null ? '.' : `${four(one.params[name])} (${four(one.stdErrors[name])})`;
  return {
    columns: [left('lagged outcome by'), ...names.map(right)],
    rows: rows.map(([label, one]) => [label, ...names.map((name) => cell(one, name))]),
  };
}

export const baselineNote =
  'bounds of the first lag (Bond 2002); all but GMM with errors clustered by unit';

/** Why other estimators do not exist, a line each. */
export function baselineNotes({ baselines }: FitResult): string[] {
  return Object.entries<Baseline | MissingBaseline>({ ...baselines }).flatMap(([name, one]) =>
    one.params === null ? [`${name}: ${one.reason}`] : [],
  );
}

/** `gmm(n, 2:4), diff: n of 2 to 4 periods ago is uncorrelated with the change of the error`. */
export function conditionLines(conditions: readonly MomentCondition[] = []): string[] {
  return conditions.map(({ group, equation, role, words }) => {
    const as = role === undefined ? '' : `, ${role}`;
    return `${group}, ${equation}${as}: ${words}`;
  });
}

/** `; 23 more are zero in every row; concern: moderate`. */
export function instrumentConcern(found: InstrumentCount | undefined): string {
  if (found === undefined) return '';
  const { zeroColumns, grade } = found;
  const zero =
    zeroColumns === 0 ? '' : `; ${plural(zeroColumns, 'more', 'more')} zero in every row`;
  return `${zero}; concern: ${grade}`;
}

/** `4 principal components of 12 GMM-style columns, 93.1% of their variance, KMO 0.65`. */
export function componentWords(found: PrincipalComponents | undefined): string | undefined {
  if (found === undefined) return undefined;
  const share = (100 * found.share).toFixed(1);
  const kmo = found.kmo === null ? 'no KMO, as they are collinear' : `KMO ${found.kmo.toFixed(3)}`;
  return `${found.kept} principal components of ${found.columns} GMM-style columns, ${share}% of their variance, ${kmo}`;
}

/** `BIC -130.87, AIC 4.44, HQIC -57.90`. */
export function criteriaWords(found: SelectionCriteria | undefined): string | undefined {
  if (found === undefined) return undefined;
  const two = (x: number) => x.toFixed(2);
  return `Andrews-Lu BIC ${two(found.bic)}, AIC ${two(found.aic)}, HQIC ${two(found.hqic)}`;
}

function four(x: number | undefined): string {
  return x === undefined ? '.' : x.toFixed(4);
}
