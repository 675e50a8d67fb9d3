/** The task of a wild bootstrap that tests the difference of a pair in the pooled model with interactions. */
import { type Told } from '../../../../words/told.js';
import { otherEstimates, wildEstimators } from '../../../../words/errors/bootstrap/comparisons.js';
import type { InputError } from '../../../../core/errors/errors.js';
import { WildStatistics } from '../../../../generated/codes.js';
import type { SchemeResult } from '../../../../results/fit.js';
import { noBootstrap } from '../../../../models/replicates/refusal.js';
import { failureTold } from '../../summary/summarize.js';
import type { LinearTask } from '../../tasks/linear.js';
import { isRegression } from '../../../../models/estimators.js';
import { has } from '../../../../models/registry.js';
import { linearCase, replicateCovariance } from '../../tasks/problem.js';
import { withAnyEffects } from '../../tasks/crossing.js';
import { clusterUnits, rowUnits, withEffects } from '../../tasks/units.js';
import { type Compared, pooled } from '../compared.js';
import type { Pair } from '../difference.js';
import { fitStack, type StackedFit } from '../../../interacted/fit.js';
import type { Labelled, Stack } from '../../../interacted/stack.js';
import { unitErrors } from '../../../interacted/unit-errors.js';
import { isSeparate } from '../wald.js';

/** With fewer clusters than this there are too few sign vectors, so multipliers have six points (Webb, 2023). */
const FEW = 10;

export interface WildTask {
  readonly task: LinearTask;
  /** Position of the difference among the coefficients, the difference and its error. */
  readonly place: number;
  readonly estimate: number;
  readonly stdError: number;
}

/** @throws InputError `no-bootstrap` with the reason */
export async function wildTask(compared: Compared, pair: Pair): Promise<WildTask> {
  const { options, groups } = compared;
  if (!isRegression(compared.model) || has(compared.model).moments) {
    const { estimator } = compared.model;
    throw refused(wildEstimators({ estimator }));
  }
  const chosen = options.common ? groups.map((_, g) => g) : pair;
  const labelled = await pooled(compared, chosen);
  return taskOf(compared, labelled, pair, chosen);
}

/** The task of the pooled model of `chosen` groups. */
export function taskOf(
  compared: Pick<Compared, 'engine' | 'options' | 'groups' | 'units'>,
  labelled: Labelled,
  pair: Pair,
  chosen: readonly number[],
): WildTask {
  const { options, groups } = compared;
  const { problem } = linearCase(labelled.context, 'groups');
  const { rows } = labelled.context;
  const { column, codes } = compared.units;
  const units = column === undefined ? rowUnits(rows) : clusterUnits(rows, column, 'groups');
  const unitOfRow = Int32Array.from(rows.rows, (row) => codes[row]!);
  const fit = fitStack(compared.engine, labelled, unitErrors(labelled, column, unitOfRow));
  if ('status' in fit) throw refused(failureTold(fit.status)!);
  if (
    !options.common &&
    !isSeparate(
      pair.map((g) => groups[g]!),
      options.of,
      fit,
    )
  ) {
    throw refused(otherEstimates());
  }
  const [first, second] = pair.map((g) => chosen.indexOf(g)) as [number, number];
  const { stacked, params } = contrasted(fit, first);
  const { absorbed } = stacked.transformation;
  const place = stacked.places[second]!;
  const task: LinearTask = {
    kind: 'unit-sums',
    scheme: schemeOf(units.count, column, options.reps),
    design: { ...stacked, rows: { ...stacked.rows, y: residualsOf({ stacked, params }) } },
    problem: {
      ...problem,
      vcov: replicateCovariance(problem.vcov, false),
      transformation: { kind: 'absorbed', absorbed },
      tests: undefined,
    },
    ...(stacked.endogenous.length > 0
      ? { units: withEffects(units, absorbed, 'groups'), statistics: WildStatistics.point }
      : { units: withAnyEffects(units, absorbed), statistics: WildStatistics.polynomial }),
    tests: undefined,
    params,
    thresholds: null,
    seed: options.seed,
  };
  return { task, place, estimate: params[place]!, stdError: errorOf(fit, first, second) };
}

function refused(told: Told): InputError {
  return noBootstrap(told, 'groups');
}

function schemeOf(count: number, column: string | undefined, reps: number): SchemeResult {
  const weights = count < FEW ? 'webb' : 'rademacher';
  const enumerated = weights === 'rademacher' && count < 31 && 2 ** count <= reps;
  return {
    scheme: column === undefined ? 'wild' : 'wild-cluster',
    ...(column !== undefined && { cluster: column }),
    weights,
    imposeNull: true,
    variant: '11',
    units: count,
    enumerated,
  };
}

function errorOf({ covariance: v }: StackedFit, a: number, b: number): number {
  return Math.sqrt(v[a]![a]! + v[b]![b]! - 2 * v[a]![b]!);
}

interface Estimated {
  readonly stacked: Stack;
  readonly params: Float64Array;
}

/** The same fit, reparametrised: the regressor of group `base` is replaced by the regressor of all groups. */
function contrasted({ stacked, params }: Estimated, base: number): Estimated {
  const { rows, places } = stacked;
  const first = places[base]!;
  const others = places.filter((place) => place !== first);
  const added = (columns: readonly (Float64Array | number)[]) =>
    columns.map((column, j) =>
      j === first ? sumOf(places.map((place) => columns[place]!)) : column,
    );
  return {
    stacked: {
      ...stacked,
      rows: { ...rows, x: added(rows.x), xLow: rows.xLow && added(rows.xLow) },
    },
    params: params.map((value, j) => (others.includes(j) ? value - params[first]! : value)),
  };
}

function sumOf(columns: readonly (Float64Array | number)[]): Float64Array | number {
  const [first, ...rest] = columns;
  if (typeof first === 'number') return first;
  return first!.map((value, i) =>
    rest.reduce((sum: number, column) => sum + (column as Float64Array)[i]!, value),
  );
}

/** The residuals of the model, y - X b, which still contain its effects. */
function residualsOf({ stacked: { rows }, params }: Estimated): Float64Array {
  const rest = rows.y.slice(0, rows.nrows);
  params.forEach((b, j) => {
    const column = rows.x[j]!;
    for (let i = 0; i < rest.length; i++) {
      rest[i]! -= b * (typeof column === 'number' ? column : column[i]!);
    }
  });
  return rest;
}
