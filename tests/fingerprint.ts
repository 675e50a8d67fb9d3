/**
 * Hashes of everything that a model gives, for Node and for pages: equal hashes are equal bits. Equal
 * for every number of workers, order of rows, version of Node and browser.
 */
import { bootstrap, type FitResult, fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { Recentring } from 'wasmetrics/types';

/** A model and its data, as text so that they can be sent to a page. */
export interface Case {
  readonly model: ModelInput;
  readonly csv: string;
  readonly recenter?: Recentring;
  /** True if the order of the rows changes bits, as that of a model without a panel does. */
  readonly ordered?: boolean;
}

/** SHA-256 of numbers as little-endian doubles, and of statuses as 32-bit integers. */
export interface Fingerprint {
  /** Parameters, standard errors, p-values, covariance. */
  readonly fit: string;
  /** Values and statuses of all replicates, by number. */
  readonly replicates: string;
  /** Standard errors, bias, Monte Carlo errors, p-values and intervals of the bootstrap. */
  readonly bootstrap: string;
}

/** Replicates in a fingerprint. */
const reps = 2000;

/** Estimates the model and bootstraps it with `workers` workers, 0 for the calling thread. */
export async function fingerprint(
  { model, csv, recenter }: Case,
  workers: number,
): Promise<Fingerprint> {
  const fit = await fitModel(parseCsv(csv), model);
  const ci = ['percentile', 'basic', 'normal'] as const;
  const run = bootstrap(fit, { reps, seed: 1, workers, ci, recenter });
  const [{ values, statuses }, result] = await Promise.all([run.replicates, run.result]);
  return {
    fit: await sha256(numbersOf(fit)),
    replicates: await sha256(values, statuses),
    bootstrap: await sha256(numbersOf(result)),
  };
}

function numbersOf(result: FitResult | Awaited<ReturnType<typeof bootstrap>['result']>) {
  const { stdErrors, pValues, confInt } = result;
  const rest =
    'vcov' in result ? [result.params, result.vcov.values] : [result.bias, result.monteCarloError];
  return Float64Array.from(flatten([stdErrors, pValues, confInt, ...rest]));
}

function flatten(value: unknown): number[] {
  return typeof value === 'number' ? [value] : Object.values(value as object).flatMap(flatten);
}

async function sha256(...arrays: readonly (Float64Array | Int32Array)[]): Promise<string> {
  const blob = new Blob(arrays.map((array) => array.slice()));
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
