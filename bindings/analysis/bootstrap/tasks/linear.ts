/** The bootstrap of a linear estimate as plain data, and its preparation in the core. */
import { noBasis } from '../../../words/errors/bootstrap/replicates.js';
import { type Arena, scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { Draw, InstrumentTests, WildScores, WildStatistics } from '../../../generated/codes.js';
import { bootstrapPlan, ivFit, resampling } from '../../../generated/records.js';
import type { SchemeResult } from '../../../results/fit.js';
import { instrumentTests, type JointHypotheses } from '../../../models/replicates/draw-options.js';
import type { IntervalMethod, Recentring } from '../../../results/bootstrap/scheme.js';
import {
  type CoreInstruments,
  putInstrumentDesign,
  putOptions,
} from '../../../models/instruments/call.js';
import type { InstrumentProblem } from '../../../models/instruments/problem.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import type { BootstrapOptions } from '../options.js';
import { isWild } from '../summary/scheme.js';
import type { SumsPlan } from './linear-refusals.js';
import { replicateCovariance } from './problem.js';
import type { Units } from './units.js';

export interface LinearTask {
  readonly kind: 'unit-sums';
  readonly scheme: SchemeResult;
  readonly design: CoreInstruments;
  readonly problem: InstrumentProblem;
  readonly units: Units;
  /** Number of values that a replicate returns per coefficient, in addition to the coefficient. */
  readonly statistics: number;
  /** Covariance of the tests of the instruments, if replicates return these. */
  readonly tests: Exclude<keyof typeof InstrumentTests, 'none'> | undefined;
  readonly params: Float64Array;
  /** Hypotheses of joint tests; a wild replicate returns a statistic for each after its other numbers. */
  readonly joint?: readonly JointHypotheses[];
  /** Recentring of GMM. */
  readonly recenter?: Recentring;
  /** The moments to recentre at, if they belong to another design. */
  readonly moments?: Float64Array | undefined;
  /** Thresholds of the units' probabilities, see `implied-probabilities.ts`; null for equal probabilities. */
  readonly thresholds: Int32Array | null;
  readonly seed: number;
}

const draws = {
  pairs: Draw.units,
  cluster: Draw.units,
  block: Draw.block,
  stationary: Draw.stationary,
  residual: Draw.table,
} as const;

/** Makes the task of a checked plan whose replicates come from sums over units. */
export function linearTask(plan: SumsPlan): LinearTask {
  const { context, options, scheme, units, ci, tests, errors } = plan;
  const { problem, design, params } = plan.linear;
  const studentized = ci.includes('studentized');
  return {
    kind: 'unit-sums',
    scheme,
    design,
    problem: { ...problem, vcov: replicateCovariance(problem.vcov, studentized) },
    units,
    statistics: isWild(scheme)
      ? numbersOfTest(scheme, ci, design)
      : Number(studentized || (problem.method.steps ?? 1) > 1),
    tests: tests.some((test) => instrumentTests.includes(test)) ? errors : undefined,
    ...(context.moments !== undefined && { recenter: recentres(context, options) }),
    thresholds: null,
    params,
    seed: options.seed ?? 1,
  };
}

/** Says how moments are recentred; those of an exactly identified model are zero without it. */
function recentres({ estimate }: LinearFit, { recenter = true }: BootstrapOptions): Recentring {
  const rank = estimate.rankInstruments ?? 0;
  return rank > estimate.params.length && recenter;
}

function numbersOfTest(
  { imposeNull }: SchemeResult,
  ci: readonly IntervalMethod[],
  { endogenous }: CoreInstruments,
): number {
  const polynomial = imposeNull === true && ci.includes('inverted') && endogenous.length === 0;
  return polynomial ? WildStatistics.polynomial : WildStatistics.point;
}

/** True if inverted tests need new replicates at each value: with instruments, as the null changes the first stage. */
export function invertsApart(
  { scheme, design }: LinearTask,
  ci: readonly IntervalMethod[],
): boolean {
  const apart = isWild(scheme) && design.endogenous.length > 0;
  return apart && scheme.imposeNull === true && ci.includes('inverted');
}

function drawOf({ scheme: schemeResult, thresholds }: LinearTask): number {
  const { scheme, weights, enumerated } = schemeResult;
  if (thresholds !== null) return Draw['given-units'];
  if (scheme === 'wild' || scheme === 'wild-cluster') {
    return enumerated === true ? Draw['all-signs'] : Draw[weights!];
  }
  return draws[scheme];
}

/** Fills a plan in the core's memory and returns the status of the core. */
export function putLinear(engine: Engine, arena: Arena, task: LinearTask, plan: number): number {
  const { scheme, design, problem, units, statistics, tests, params, thresholds, recenter } = task;
  const { moments = new Float64Array(), joint = [] } = task;
  const { clusters } = units;
  const record = arena.putRecord(resampling, {
    draw: drawOf(task),
    nunits: units.count,
    length: scheme.blockLength ?? 0,
    statistics,
    restricted: Number(recenter === true || scheme.imposeNull === true),
    scores: Number(scheme.variant?.[0] ?? WildScores.plain),
    variance: Number(scheme.variant?.[1] ?? WildScores.plain),
    crossed: Number(units.crossed === true),
    tests: InstrumentTests[tests ?? 'none'],
    nmoments: moments.length,
    units: arena.putInts(units.codes),
    levels: units.levels === undefined ? 0 : arena.putInts(units.levels),
    thresholds: thresholds === null ? 0 : arena.putInts(thresholds),
    params: arena.putFloats(params),
    moments: arena.putFloats(moments),
    nclusters: clusters?.count ?? 0,
    clusters: clusters === undefined ? 0 : arena.putInts(clusters.codes),
    njoint: joint.length,
    joint: arena.putFloats(
      Float64Array.from(
        joint.flatMap(({ rows, distances }) => [rows.length, ...rows.flat(), ...distances]),
      ),
    ),
  });
  return engine.exports.resample_prepare(
    putInstrumentDesign(arena, problem, design),
    putOptions(arena, problem, design),
    arena.putRecord(ivFit, {}),
    record,
    plan,
  );
}

/** Returns Z'e of the kept instruments of a GMM task at its estimate, in its own scope of the engine. */
export function momentsAt(engine: Engine, task: LinearTask): Float64Array {
  return scope(engine, (arena) => {
    const plan = arena.putRecord(bootstrapPlan, {});
    const status = putLinear(engine, arena, task, plan);
    if (status !== Status.Ok) {
      throw errorFromStatus(status, noBasis(), 'bootstrap');
    }
    const { exogenous, instruments } = task.design;
    const out = arena.allocFloats(exogenous.length + instruments.length);
    return arena.floats(out, engine.exports.resample_moments(plan, out));
  });
}
