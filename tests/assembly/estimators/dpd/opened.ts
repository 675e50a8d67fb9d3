/** Estimates that the core has opened, and their sums over units as dense matrices. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { dense, symmetric, wrap, type Dense } from '../../dense.js';
import { padded } from '../../lapack/panels.js';
import { core, get } from '../../linear-design.js';
import { openFit } from './fit.js';
import { modelOf, type Drawing, type Model } from './panel.js';
import { momentsOf, type Moments } from './textbook.js';
import { unitsOf } from './units.js';

/** Sums of a hundred products, each off by one rounding: relative to the largest of them. */
export const rounding = 1e-13;

export interface Opened {
  /** Address of the estimate. */
  readonly estimate: number;
  readonly n: number;
  readonly k: number;
}

export function opened(model: Model): Opened {
  const { numbers } = openFit(model);
  return {
    estimate: numbers['opened']!,
    n: numbers['ninstruments']!,
    k: numbers['nparams']!,
  };
}

/** A matrix whose columns are padded to whole panels, without the padding, which is zero. */
export function unpadded(values: Float64Array, rows: number): Dense {
  const stride = padded(rows);
  const columns = values.length / stride;
  values.forEach((value, place) => {
    if (place % stride >= rows) expect(value).toBe(0);
  });
  return dense(rows, columns, (i, j) => values[i + j * stride]!);
}

/** The sums over all units: Z'X, Z'y and Z'H Z. */
export function summed({ estimate, n, k }: Opened): { a: Dense; s: Dense; s1: Dense } {
  const out = core.allocZeroed(8 * n * (k + 1 + n));
  core.summedMoments(estimate, out);
  const values = get(out, n * (k + 1 + n));
  return {
    a: wrap(n, k, values.slice(0, n * k)),
    s: wrap(n, 1, values.slice(n * k, n * (k + 1))),
    s1: symmetric(wrap(n, n, values.slice(n * (k + 1)))),
  };
}

/** Panels with and without gaps and weights. */
export const drawings = fc.record({
  seed: fc.integer(),
  gaps: fc.constantFrom(0, 0.15),
  weights: fc.constantFrom('none', 'analytic', 'frequency'),
});

/** A model of 10 units with no fewer instruments than parameters, and its plain moments. */
export function drawnModel(name: string, drawing: Drawing): { model: Model; moments: Moments } {
  const model = modelOf(name, { nunits: 10, ...drawing });
  const moments = momentsOf(unitsOf(model));
  fc.pre(moments.a.rows >= moments.a.columns);
  return { model, moments };
}
