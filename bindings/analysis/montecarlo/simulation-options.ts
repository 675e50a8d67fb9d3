/** Options of the studies that simulate panels. */
import { eitherOf } from '../../words/expectations/values.js';
import { between, level, oneOf, seed as wholeSeed, whole } from '../../core/arguments/arguments.js';
import { type RunOptions, runSchemas } from '../../core/jobs/run-options.js';
import { checkHeld } from '../bootstrap/replicates.js';
import type { SimulatedCase } from './simulated-fit.js';

export interface SimulationOptions extends RunOptions {
  /** Panels per case; default 500. */
  readonly reps?: number | undefined;
  /** An integer from 0 to 2^53 - 1; the same seed gives the same bits everywhere. Default 1. */
  readonly seed?: number | undefined;
  /** Tests reject at p < 1 - level, and intervals have level `level`; default that of the model. */
  readonly level?: number | undefined;
  /** Sum of the coefficients of the lagged outcome; default the estimated sum. */
  readonly persistence?: number | undefined;
  /** `unit`, the default: each unit has the error variance of its residuals. `common`: one variance for all. */
  readonly variances?: 'unit' | 'common' | undefined;
}

/** The options with defaults. */
export interface SimulationSettings {
  readonly reps: number;
  readonly seed: number;
  readonly level: number;
  readonly persistence: number | undefined;
  readonly variances: 'unit' | 'common';
}

const variances = ['unit', 'common'] as const;

/** What each option of a simulation may be. */
export const simulationSchemas = {
  reps: whole(1),
  seed: wholeSeed,
  level,
  persistence: between(-1, 1),
  variances: oneOf(variances, eitherOf({ words: variances })),
  ...runSchemas,
};

/** The checked options with their defaults. */
export function simulationSettings(
  options: SimulationOptions,
  modelLevel: number,
): SimulationSettings {
  const { reps = 500, seed = 1, level = modelLevel, persistence, variances = 'unit' } = options;
  return { reps, seed, level, persistence, variances };
}

/** Tests whose p-values a simulated panel has, and the numbers of each of its coefficients. */
const [TESTS, NUMBERS] = [4, 5];

/** Bytes of a number in the lists of a panel. */
const BYTES_PER_NUMBER = 24;

/** Throws InputError `too-many-replicates` if the estimates of all panels cannot be held. */
export function checkPanels(subject: string, reps: number, cases: readonly SimulatedCase[]): void {
  const numbers = cases.map(({ sample }) => TESTS + NUMBERS * sample.design.params.length);
  const width = numbers.reduce((sum, each) => sum + each, 0);
  checkHeld(subject, reps, width, BYTES_PER_NUMBER);
}
