/** Replicates that estimate the drawn rows. */
import { type Arena, scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { ReplicateStatus } from '../../../generated/codes.js';
import { ivFit } from '../../../generated/records.js';
import { callInstruments } from '../../../models/instruments/call.js';
import { callLeastSquares } from '../../../models/linear/estimate/call.js';
import { drawUnits } from './drawn-units.js';
import {
  type Drawn,
  drawnLevels,
  drawnRows,
  drawnSample,
  type Levels,
  rowsByUnit,
} from './drawn-rows.js';
import { isNested, type Units } from './units.js';
import type { RowsTask } from './rows.js';
import type { Chunk, Resampler } from '../replicates.js';
import type { Transformation } from '../../../models/linear/estimate/transformation.js';

/** Prepares a task in an engine. */
export function prepareRows(engine: Engine, task: RowsTask): Resampler {
  const { units, seed, thresholds } = task;
  const rowsOf = rowsByUnit(units);
  const width = widthOf(task);
  const nested = nesting(units);
  const drawn = drawUnits(engine, { count: units.count, seed, thresholds });
  const without = (unit: number) =>
    Int32Array.from({ length: units.count }, (_, i) => Number(i !== unit));
  const chunk = (first: number, count: number, countsOf: (number: number) => Int32Array): Chunk => {
    const values = new Float64Array(count * width).fill(NaN);
    const statuses = new Int32Array(count);
    for (let r = 0; r < count; r++) {
      const { status, numbers } = estimate(
        engine,
        task,
        nested,
        drawnRows(rowsOf, countsOf(first + r)),
      );
      statuses[r] = status;
      values.set(numbers.slice(0, width), r * width);
    }
    return { first, count, values, statuses };
  };
  return {
    width,
    nunits: units.count,
    units: new Int32Array(),
    run: (first, count) => chunk(first, count, drawn),
    leaveOut: (first, count) => chunk(first, count, without),
    weigh: (counts, count) =>
      chunk(0, count, (r) => counts.subarray(r * units.count, (r + 1) * units.count)),
  };
}

function widthOf({ problem, rows, statistics }: RowsTask): number {
  if (problem.kind === 'least-squares') return rows.names.length * (1 + statistics);
  const k = problem.names.endogenous.length + problem.names.exogenous.length;
  return problem.model.method.kind === 'gmm' ? k + statistics : k * (1 + statistics);
}

type Nesting = (levels: Levels) => boolean;

/** Whether each level lies inside a single unit; computed once per effect. */
function nesting(units: Units): Nesting {
  const known = new Map<Levels, boolean>();
  return (levels) => {
    const answer = known.get(levels) ?? isNested(levels, units);
    known.set(levels, answer);
    return answer;
  };
}

interface Refitted {
  readonly status: number;
  /** Coefficients, then standard errors (for GMM: J); empty if the estimate failed. */
  readonly numbers: readonly number[];
}

function estimate(engine: Engine, task: RowsTask, nested: Nesting, drawn: Drawn): Refitted {
  const { problem } = task;
  const rows = drawnSample(task.rows, nested, drawn);
  const transformation = drawnTransformation(problem.model.transformation, nested, drawn);
  return scope(engine, (arena) => {
    if (problem.kind === 'least-squares') {
      const model = { ...problem.model, transformation };
      const { status, fit } = callLeastSquares(engine, arena, model, rows);
      return refitted(arena, status, fit, []);
    }
    const model = { ...problem.model, transformation };
    const { status, fitAddress } = callInstruments(engine, arena, model, {
      rows,
      ...problem.names,
    });
    const fit = arena.readRecord(ivFit, fitAddress);
    if (model.method.kind !== 'gmm') return refitted(arena, status, fit, []);
    const estimates = refitted(arena, status, fit, [fit.objective]);
    const inverse =
      fit.rankWeight > 0 && fit.rankWeight < fit.rankInstruments ? ReplicateStatus.singular : 0;
    return estimates.status === Status.Ok ? { ...estimates, status: inverse } : estimates;
  });
}

function refitted(
  arena: Arena,
  status: number,
  { params, vcov, nparams: k }: { params: number; vcov: number; nparams: number },
  tests: readonly number[],
): Refitted {
  if (status !== Status.Ok) return { status, numbers: [] };
  const coefficients = [...arena.floats(params, k)];
  const finite = coefficients.every(Number.isFinite);
  if (!finite) return { status: Status.Overflow, numbers: [] };
  const variances = arena.floats(vcov, k * k);
  const stdErrors = coefficients.map((_, j) => Math.sqrt(variances[j * (k + 1)]!));
  return { status, numbers: [...coefficients, ...tests, ...stdErrors] };
}

function drawnTransformation(
  { kind, absorbed, units }: Transformation,
  nested: Nesting,
  drawn: Drawn,
): Transformation {
  return {
    kind,
    absorbed: absorbed.map((effect) => drawnLevels(effect, nested(effect), drawn)),
    units: units && drawnLevels(units, true, drawn),
  };
}
