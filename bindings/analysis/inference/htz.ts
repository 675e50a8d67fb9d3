/**
 * The degrees of freedom of HTZ, the joint test of linear restrictions with CV2 errors (Pustejovsky and Tipton, 2018). They
 * come from the parts of the clusters, which the core returns when it estimates the regression again; effects that cross
 * the clusters are dummies then.
 */
import type { Engine } from '../../core/engine/engine.js';
import { contextOf } from '../../models/context.js';
import { covarianceTraits } from '../../models/covariances/registry.js';
import { linearOf } from '../../models/fitted-model.js';
import {
  isInstrumented,
  isOfMeans,
  isPartial,
  type LinearFit,
} from '../../models/linear/fitted.js';
import type { Word } from '../../words/phrase.js';
import { smallSample } from '../interacted/small-sample.js';
import { withDummies } from '../interacted/dummies.js';
import { type ClusterParts, estimate } from '../interacted/fit.js';
import { crossVariance, type TestedFit } from './delta-method.js';

/** Maximum number of values that the core may return for all clusters, and of moments. */
const MOST_NUMBERS = 2 ** 24;

/** eta of restrictions with these gradients, which are independent; or why it is unknown. */
export function htzFreedom(
  engine: Engine,
  fit: TestedFit,
  gradients: readonly (readonly number[])[],
): number | Word {
  if (covarianceTraits(fit.vcov.type)?.clusterParts !== true) return 'HTZ needs CV2 errors';
  const context = contextOf(fit);
  if (context === undefined) return 'HTZ needs the data of the fit';
  const linear = linearOf(context);
  if (linear === undefined || isInstrumented(linear) || isOfMeans(linear) || isPartial(linear)) {
    return 'HTZ needs least squares of rows';
  }
  const tested = fit.vcov.names.flatMap((name, i) =>
    gradients.some((row) => row[i] !== 0) ? [{ name, i }] : [],
  );
  const places = tested.map(({ name }) => linear.rows.names.indexOf(name));
  if (!areSlopes(linear, places)) return 'HTZ needs slopes if effects are absorbed';
  const parts = partsOf(engine, linear, places, gradients.length);
  if (typeof parts === 'string') return parts;
  const test = smallSample(
    parts,
    gradients.map((row) => tested.map(({ i }) => row[i]!)),
  );
  // The parts must give the covariance of the fit.
  const isSame = test?.covariance.every((row, s) => {
    const variance = crossVariance(fit, gradients[s]!, gradients[s]!);
    return Math.abs(row[s]! - variance) <= 1e-6 * variance;
  });
  return test !== undefined && isSame === true ? test.eta : 'HTZ fails in this sample';
}

/** Whether all places are regressors, and none is the constant of a model with absorbed effects. */
function areSlopes({ rows, transformation }: LinearFit, places: readonly number[]): boolean {
  const constant = rows.intercept ? rows.names.length - 1 : -1;
  const isAverage = transformation.absorbed.length > 0 && places.includes(constant);
  return !places.includes(-1) && !isAverage;
}

/** The parts of the clusters for the coefficients at these places and r restrictions. */
function partsOf(
  engine: Engine,
  linear: LinearFit,
  places: readonly number[],
  r: number,
): ClusterParts | Word {
  const { rows, transformation, model } = linear;
  const { clusters, order } = rows;
  const plain = { rows, endogenous: [], exogenous: rows.names, instruments: [] };
  const labels = { labels: new Int32Array(rows.nrows), common: true };
  const stacked = withDummies({ ...plain, transformation, places }, labels, { clusters });
  const [k, q] = [stacked.rows.names.length, places.length];
  const numbers = Math.max(clusters[0]!.count * q * (k + q + 1), (r * k) ** 2);
  if (numbers > MOST_NUMBERS) return 'HTZ needs too much memory here';
  const fitted = estimate(engine, linear, stacked, { vcov: model.vcov, clusters, order });
  if ('status' in fitted || fitted.parts === undefined) return 'HTZ fails in this sample';
  return fitted.parts;
}
