/** A small panel with endogenous regressors, for tests of models with instruments. */
import { expect } from 'vitest';
import { EconError } from 'wasmetrics';

const n = 40;

/** Numbers between -1 and 1 that look random, the same in every run. */
function noise(seed: number): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  });
}

const w = noise(11);
const z = noise(12);
const z2 = noise(13);
const z3 = noise(14);
const error = noise(15);
const id = Array.from({ length: n }, (_, i) => Math.floor(i / 5));
const x = z.map((value, i) => value + 0.5 * z2[i]! + 0.4 * error[i]! + 0.2 * id[i]!);
const x2 = z3.map((value, i) => value - 0.3 * z2[i]! + 0.3 * error[i]!);

export const keys = { unit: 'id', time: 't' };

export const data = {
  id,
  t: Array.from({ length: n }, (_, i) => 2000 + (i % 5)),
  g: Array.from({ length: n }, (_, i) => i % 8),
  y: x.map((value, i) => 1 + value - 0.5 * w[i]! + error[i]! + 0.2 * id[i]!),
  w,
  a: noise(16),
  b: noise(17),
  x,
  x2,
  z,
  z2,
  z3,
  /** Collinear with the exogenous regressors, and with the instruments. */
  wAgain: w.map((value) => 3 - 2 * value),
  zSum: z.map((value, i) => value + z2[i]!),
  weight: Array.from({ length: n }, (_, i) => 1 + (i % 3)),
};

/** The typed error that a fit ends with. */
export async function failure(run: Promise<unknown>): Promise<EconError> {
  try {
    await run;
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    return error as EconError;
  }
  throw new Error('the model was estimated');
}
