/** Options of the studies that simulate panels. */
import { InputError } from '../core/errors.js';
import type { RunOptions } from '../jobs/run-options.js';

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

/** @throws InputError `bad-value` */
export function simulationSettings(
  subject: string,
  options: SimulationOptions,
  level: number,
): SimulationSettings {
  const { reps = 500, seed = 1, persistence, variances = 'unit' } = options;
  const settings = { reps, seed, level: options.level ?? level, persistence, variances };
  checkWhole(subject, 'reps', reps, 1);
  checkWhole(subject, 'seed', seed, 0);
  if (!(settings.level > 0 && settings.level < 1)) {
    throw badOption(subject, 'level', 'a number between 0 and 1', settings.level);
  }
  if (persistence !== undefined && !(Math.abs(persistence) < 1)) {
    throw badOption(subject, 'persistence', 'a number between -1 and 1', persistence);
  }
  if (!['unit', 'common'].includes(variances)) {
    throw badOption(subject, 'variances', 'unit or common', variances);
  }
  return settings;
}

/** @throws InputError `bad-value` */
export function checkWhole(subject: string, name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw badOption(subject, name, `a whole number of at least ${least}`, value);
}

export function badOption(
  subject: string,
  name: string,
  expected: string,
  value: unknown,
): InputError {
  const message = `${subject}: ${name}: expected ${expected}, found ${String(value)}`;
  return new InputError('bad-value', message, { path: name, expected, found: value });
}
