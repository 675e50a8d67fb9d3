/** The choices that a multiverse of a model can vary, by the schema of its estimator. */
import { readerOf } from '../readers.js';
import { type EstimatorName, estimatorNames } from '../registry.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { oneOfWords } from '../../words/expectations/values.js';

/** A schema of keys, or one that wraps it in order to make the keys optional. */
interface KeySchema {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly wrapped?: KeySchema;
}

/** The keys of `over` for an estimator, such as `controls` and `vcov`. */
export function multiverseChoices(estimator: EstimatorName): readonly string[] {
  const words = estimatorNames();
  if (!words.includes(estimator)) {
    throw badArgument('multiverseChoices', 'estimator', oneOfWords({ words }), estimator);
  }
  const over = ['multiverse', 'over'].reduce<unknown>(
    (schema, key) => entriesOf(schema)[key],
    readerOf(estimator).schema,
  );
  return Object.keys(entriesOf(over));
}

function entriesOf(schema: unknown): Readonly<Record<string, unknown>> {
  const { entries, wrapped } = (schema ?? {}) as KeySchema;
  return entries ?? (wrapped === undefined ? {} : entriesOf(wrapped));
}
