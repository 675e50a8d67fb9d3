/** The ways of wasmetrics to compute a model: builds, estimators, and bootstraps by scheme and number of workers. */
import { availableParallelism } from 'node:os';
import {
  bootstrap,
  EconError,
  type Engine,
  fitModel,
  type FitResult,
  loadEngine,
  type Model,
  type ModelInput,
  type Table,
  tidy,
} from '../../bindings/index.js';
import { keyOf } from '../estimators/help.js';
import { modelKeys } from '../estimators/model-keys.js';
import { type Coefficient, compareCoefficients } from './compare.js';
import { timeOf } from './ours.js';
import type { WayResult } from './result.js';
import { median, rotated } from './statistics.js';

/** The coefficients of a fit, without those that were left out. */
export function coefficientsOf(fit: FitResult): Coefficient[] {
  const { term, estimate, stdError } = tidy(fit) as unknown as {
    readonly term: readonly string[];
    readonly estimate: Float64Array;
    readonly stdError: Float64Array;
  };
  return term
    .map((name, i) => ({ name, value: estimate[i]!, stdError: stdError[i]! }))
    .filter(({ value }) => Number.isFinite(value));
}

/** A way to compute the model, before it is timed. */
interface Way extends Pick<WayResult, 'name' | 'part' | 'reps' | 'workers'> {
  readonly compute: () => Promise<FitResult | undefined>;
  /** Whether its coefficients should be those of the first way. */
  readonly isSame: boolean;
}

/** Keys whose words are estimators of one model. */
const estimatorKeys = ['steps', 'method', 'effects'];

function buildWays(table: Table, model: Model): Way[] {
  return (['simd', 'relaxed'] as const).map((build) => {
    // The first call, which is not timed, loads the build.
    let engine: Engine | undefined;
    return {
      name: build,
      part: 'builds',
      isSame: true,
      async compute() {
        engine ??= await loadEngine({ build });
        return fitModel(table, model, { engine });
      },
    };
  });
}

/** The other words of the keys that choose an estimator. */
function estimatorWays(table: Table, model: Model): Way[] {
  const { estimator } = model;
  const keys = estimatorKeys.filter((key) =>
    modelKeys.some((one) => one.key === key && one.estimators.includes(estimator)),
  );
  return keys.flatMap((key) => {
    const used = (model as unknown as Readonly<Record<string, unknown>>)[key];
    const others = (keyOf(key, estimator).choices ?? []).filter((choice) => choice !== used);
    return others.map((choice): Way => {
      const changed = { ...withoutErrors(model), [key]: choice } as unknown as ModelInput;
      return {
        name: `${key}: ${choice}`,
        part: 'estimators',
        isSame: false,
        compute: () => fitModel(table, changed),
      };
    });
  });
}

/** The model without the covariance, whose default depends on the estimator, and without a bootstrap. */
function withoutErrors(model: Model): object {
  const left = { ...model } as Record<string, unknown>;
  delete left['vcov'];
  delete left['bootstrap'];
  return left;
}

function bootstrapWays(table: Table, model: Model, reps: number): Way[] {
  const { estimator } = model;
  const schemes = (keyOf('bootstrap.scheme', estimator).choices ?? []) as readonly string[];
  const workers = [...new Set([0, 1, availableParallelism()])];
  return schemes.flatMap((scheme) =>
    workers.map((count): Way => ({
      name: scheme,
      part: 'bootstraps',
      reps,
      workers: count,
      isSame: true,
      async compute() {
        const fit = await fitModel(table, model);
        await bootstrap(fit, { scheme, reps, seed: 1, workers: count } as never).result;
        return undefined;
      },
    })),
  );
}

interface WaySettings {
  readonly rounds: number;
  /** Replicates of a bootstrap; 0 for no bootstraps. */
  readonly reps: number;
  readonly signal: AbortSignal;
  /** What an error says in the language of the command. */
  readonly say: (error: EconError) => string;
}

/** Times all ways in turns, after each has computed once. A way that the model refuses says why. */
export async function timeWays(
  table: Table,
  model: Model,
  settings: WaySettings,
): Promise<WayResult[]> {
  const { rounds, reps, signal, say } = settings;
  const all = [
    ...buildWays(table, model),
    ...estimatorWays(table, model),
    ...(reps === 0 ? [] : bootstrapWays(table, model, reps)),
  ];
  const first: { fit?: FitResult } = {};
  const tried: { way: Way; result: Omit<WayResult, 'time'>; times: number[] }[] = [];
  for (const way of all) {
    signal.throwIfAborted();
    tried.push({ way, result: await tryWay(way, first, say), times: [] });
  }
  const able = tried.filter(({ result }) => result.reason === undefined);
  for (let round = 0; round < rounds; round++) {
    for (const { way, times } of rotated(able, round)) {
      signal.throwIfAborted();
      times.push(await timeOf(way.name, async () => void (await way.compute()), LEAST_MS));
    }
  }
  return tried.map(({ result, times }) => ({
    ...result,
    time: times.length === 0 ? null : median(times),
  }));
}

async function tryWay(
  way: Way,
  first: { fit?: FitResult },
  say: WaySettings['say'],
): Promise<Omit<WayResult, 'time'>> {
  const { compute, isSame, ...named } = way;
  try {
    const fit = await compute();
    first.fit ??= fit;
    const compared =
      isSame && fit !== undefined
        ? compareCoefficients(
            coefficientsOf(first.fit!),
            coefficientsOf(fit).map(({ name, value }) => [name, value] as const),
          )
        : undefined;
    return { ...named, maxDifference: compared?.maxDifference ?? null };
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    return { ...named, maxDifference: null, reason: say(error) };
  }
}

/** Milliseconds that calls of a way take together at least. */
const LEAST_MS = 150;
