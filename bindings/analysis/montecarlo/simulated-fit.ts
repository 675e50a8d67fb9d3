/** A model estimated on a simulated panel. */
import * as v from 'valibot';
import type { Engine } from '../../core/engine/engine.js';
import type { DynamicModel } from '../../models/dynamic/model/model.js';
import type { DynamicSample } from '../../models/dynamic/design/design.js';
import type { MomentAnalyses } from '../../models/protocol.js';
import { momentAnalyses } from '../../models/refits/dynamic.js';
import { type Follower, valuesOf } from './process/variables.js';
import type { Process } from './process/process.js';
import { drawsOf, simulate } from './process/simulate.js';
import { normals } from '../../core/numerics/random.js';
import { attempt, type Failure } from '../../core/jobs/failures.js';
import { double, jobStudy } from '../../core/jobs/study.js';
import { type PValues, pValuesOf } from '../../results/p-values.js';

/** A process, and the model to estimate on its panels. */
export interface SimulatedCase {
  readonly process: Process;
  readonly model: DynamicModel;
  readonly sample: DynamicSample;
  readonly followers: readonly Follower[];
}

/**
 * Estimates each of several cases on `reps` panels. Job n is replicate floor(n / cases) of case n mod cases, so that a
 * stopped run has about the same number of each. Replicate r has the same draws in every case, so differences between
 * cases are more precise than the rates.
 */
export interface SimulationTask {
  readonly kind: 'simulation';
  readonly cases: readonly SimulatedCase[];
  readonly seed: number;
}

/** By coefficient in the order of the model's parameters. */
export interface SimulatedFit {
  readonly params: readonly number[];
  readonly stdErrors: readonly number[];
  readonly confInt: readonly (readonly [number, number])[];
  readonly pValues: PValues;
}

function fitSimulated(
  engine: Engine,
  moments: MomentAnalyses,
  { cases, seed }: SimulationTask,
  number: number,
): SimulatedFit | Failure {
  const { process, model, sample, followers } = cases[number % cases.length]!;
  const replicate = Math.floor(number / cases.length);
  const series = simulate(process, normals(engine, seed, replicate, drawsOf(process)));
  const drawn = simulatedSample(sample, followers, series);
  return attempt(() => {
    const estimate = moments.estimate(engine, model, drawn);
    const { params, stdErrors, confInt, tests } = moments.result(engine, model, drawn, estimate);
    return {
      params: Object.values(params),
      stdErrors: Object.values(stdErrors),
      confInt: Object.values(confInt),
      pValues: pValuesOf(tests),
    };
  });
}

const share = v.nullable(double);
const simulatedFit = v.looseObject({
  params: v.array(double),
  stdErrors: v.array(double),
  confInt: v.array(v.tuple([double, double])),
  pValues: v.looseObject({ hansen: share, sargan: share, ar2: share, levelHansen: share }),
});

export const simulationStudy = jobStudy<SimulationTask, SimulatedFit>({
  kind: 'simulation',
  jobsPerWorker: 80,
  first: 4,
  smallest: 4,
  outcome: simulatedFit,
  async jobOf(engine, task) {
    const moments = await momentAnalyses(task.cases[0]!.model);
    return (number) => fitSimulated(engine, moments, task, number);
  },
});

/** The sample with simulated values; rows, instruments and missing values stay as in the data. */
export function simulatedSample(
  sample: DynamicSample,
  followers: readonly Follower[],
  series: ReadonlyMap<string, Float64Array>,
): DynamicSample {
  const { design, panel } = sample;
  const vars = design.vars.slice();
  for (const { column, ...polynomial } of followers) {
    vars.set(valuesOf(polynomial, series.get(polynomial.variable)!, panel), column * design.nrows);
  }
  return { ...sample, design: { ...design, vars } };
}
