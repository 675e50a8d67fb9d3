import type { ModelInput } from '../../models/model.js';

const order = [
  ...['data', 'build', 'panel', 'where', 'estimator', 'method', 'fuller', 'kappa'],
  ...['effects', 'formula', 'weights', 'weight', 'vcov', 'cTests', 'bootstrap', 'level'],
];

/** A static model with its keys in the order of the documentation; a dynamic one as it is. */
export function ordered<Model extends ModelInput>(model: Model): Model {
  if (model.estimator === 'dpd') return model;
  const entries = Object.entries(model).filter(([, value]) => value !== undefined);
  const rank = ([key]: readonly [string, unknown]) =>
    (order.indexOf(key) + order.length + 1) % (order.length + 1);
  return Object.fromEntries(entries.sort((a, b) => rank(a) - rank(b))) as Model;
}
