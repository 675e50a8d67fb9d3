/**
 * Columns of a design that are lags and differences of a simulated variable: `D.L2.w` is w(t-2) - w(t-3), a polynomial
 * in the lag operator. The polynomial suffices to simulate the column.
 */
import { unsimulated } from '../../../words/errors/analysis/simulations.js';
import {
  columnsOf,
  hasDummies,
  lagged,
  type PanelIndex,
  parseFormula,
  parseTerms,
  type Term,
  termName,
} from '../../../data/index.js';
import type { DynamicSample } from '../../../models/dynamic/design/design.js';
import type { DynamicModel } from '../../../models/dynamic/model/model.js';
import { cannotSimulate } from './errors.js';

/** The sum of `weight` times the variable lagged by `by` periods. */
export interface LagPolynomial {
  readonly variable: string;
  readonly lags: readonly { readonly by: number; readonly weight: number }[];
}

/** A column of the design that is computed from a simulated variable. */
export interface Follower extends LagPolynomial {
  readonly column: number;
}

/** A term as lags of a variable: the outcome, or the term inside the lags and differences. */
export interface Lagged extends LagPolynomial {
  readonly of: Term;
}

/** Reads `L.D.w` as lags of `w`. The outcome counts as a variable even if it is a difference. */
export function lagsOf(term: Term, outcome: string): Lagged {
  const name = termName(term);
  if (name === outcome || (term.kind !== 'lag' && term.kind !== 'difference')) {
    return { of: term, variable: name, lags: [{ by: 0, weight: 1 }] };
  }
  const inner = lagsOf(term.of, outcome);
  if (term.kind === 'lag') return { ...inner, lags: shifted(inner.lags, term.by) };
  let { lags } = inner;
  for (let round = 0; round < term.order; round++) {
    lags = [...lags, ...shifted(lags, 1).map(({ by, weight }) => ({ by, weight: -weight }))];
  }
  return { ...inner, lags };
}

function shifted(lags: LagPolynomial['lags'], more: number): LagPolynomial['lags'] {
  return lags.map(({ by, weight }) => ({ by: by + more, weight }));
}

/** The regressors without dummies, by column name. */
export function regressorTerms({ formula }: DynamicModel): ReadonlyMap<string, Term> {
  return named(parseFormula(formula).regressors.filter((term) => !hasDummies(term)));
}

/**
 * The columns of a design that are computed from the simulated variables. Other functions of them, such as squares,
 * are rejected.
 *
 * @throws InputError `cannot-simulate`
 */
export function followersOf(
  model: DynamicModel,
  sample: DynamicSample,
  simulated: readonly string[],
): Follower[] {
  const read = new Set(simulated.flatMap(parseTerms).flatMap(columnsOf));
  const instruments = [...model.gmm, ...model.iv].flatMap(({ vars }) => vars.flatMap(parseTerms));
  const terms = named([...parseFormula(model.formula).regressors, ...instruments]);
  const places = columnPlaces(sample);
  const followers = [...terms.values()].flatMap((term) => {
    const { variable, lags } = lagsOf(term, sample.depvar);
    const name = termName(term);
    // The fit left out a collinear regressor.
    if (!hasDummies(term) && !places.has(name)) return [];
    if (simulated.includes(variable)) return [{ variable, lags, column: places.get(name)! }];
    const moving = columnsOf(term).find((column) => read.has(column));
    if (moving === undefined) return [];
    throw cannotSimulate(unsimulated.function({ term: name, of: moving, simulated }));
  });
  const outcome = { variable: sample.depvar, lags: [{ by: 0, weight: 1 }], column: 0 };
  return [outcome, ...followers];
}

function named(terms: readonly Term[]): Map<string, Term> {
  return new Map(terms.map((term) => [termName(term), term]));
}

/** Columns of the design by name. */
function columnPlaces({ design }: DynamicSample): Map<string, number> {
  const instruments = design.specs.map(({ name, column }) => [name, column] as const);
  const regressors = design.params.map((name, j) => [name, j + 1] as const);
  return new Map([...instruments, ...regressors]);
}

/** The values (nrows) of a column, from the values of its variable. */
export function valuesOf(
  { lags }: LagPolynomial,
  variable: Float64Array,
  panel: PanelIndex,
): Float64Array {
  const sum = new Float64Array(variable.length);
  for (const { by, weight } of lags) {
    const values = by === 0 ? variable : lagged(variable, panel, by);
    for (let row = 0; row < sum.length; row++) sum[row]! += weight * values[row]!;
  }
  return sum;
}
