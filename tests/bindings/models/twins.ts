/** Estimators with other names that are otherwise those of the library, which no code can know by name. */
import { estimatorOf, loadEstimators } from '../../../bindings/models/estimators.js';
import { registerEstimator } from '../../../bindings/models/reading/load-estimator.js';
import { estimatorNames, traitsOf } from '../../../bindings/models/registry.js';

/** The name of the twin of an estimator. */
export const twinOf = (estimator: string) => `twin-of-${estimator}`;

/**
 * Registers a twin of each estimator. It reads, estimates and answers as its model does; only what says its name says
 * another one.
 */
export async function registerTwins(): Promise<() => void> {
  const names = estimatorNames();
  await loadEstimators(names.map((estimator) => ({ estimator })));
  const forget = names.map((estimator) => {
    const name = twinOf(estimator);
    const original = estimatorOf({ estimator });
    return registerEstimator({ ...traitsOf(estimator)!, name }, {
      ...original,
      name,
      read: (value: unknown) => named(original.read(named(value, estimator)), name),
      fit(engine, model, data, known) {
        const fit = original.fit(engine, named(model, estimator) as never, data, known);
        const result = Object.assign(fit.result, { estimator: name });
        return { ...named(fit, name), model: named(fit.model, name), result };
      },
      fits: undefined,
    } as typeof original);
  });
  return () => forget.forEach((one) => one());
}

const named = <Value>(value: Value, estimator: string): Value => ({ ...value, estimator });
