/** How the models of all estimators are read. It needs little of the estimators. */
import type { ModelReader } from './describe.js';
import { dpdReader } from './dpd/read.js';
import { gmmReader } from './gmm/read.js';
import { ivReader } from './iv/read.js';
import type { Model } from './model.js';
import { olsReader } from './ols/read.js';
import { panelReader } from './panel/read.js';
import { laterEstimator } from './reading/load-estimator.js';

const list: readonly ModelReader<Model>[] = [
  dpdReader,
  gmmReader,
  ivReader,
  olsReader,
  panelReader,
];

/** How the models of an estimator are read. */
export function readerOf(estimator: string): ModelReader<Model> {
  return laterEstimator(estimator).loaded ?? list.find(({ name }) => name === estimator)!;
}
