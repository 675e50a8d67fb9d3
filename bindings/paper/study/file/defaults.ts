/** Defaults of the models of a study. */
import { writesErrors } from '../../../analysis/bootstrap/groups/errors.js';
import { isKeyed } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { show } from '../../../words/text/messages.js';
import { parseModel } from '../../../models/reading/model-file.js';
import type { Model, ModelInput } from '../../../models/model.js';
import { estimatorNames, traitsOf, usualEstimator } from '../../../models/registry.js';
import { withCovarianceKeys } from '../../../models/covariances/text.js';
import { within } from './errors.js';

type Keys = Readonly<Record<string, unknown>>;

export interface DefaultedModel {
  readonly model: Model;
  /** The model before the defaults of its estimator. */
  readonly written: ModelInput;
  /** True if the model itself, not a default, sets its errors. */
  readonly writesItsErrors: boolean;
  /** Defaults that the estimator does not accept, such as `vcov.type: HC1`. */
  readonly leftOut: readonly string[];
}

/** Keys of a default that a model's own value cancels: a covariance with a type, a bootstrap with a scheme. */
const chosenBy: Readonly<Record<string, string>> = { vcov: 'type', bootstrap: 'scheme' };

/** Keys of a default bootstrap that still apply when the model names a scheme. */
const ofAnyScheme = ['reps', 'seed', 'pValue', 'precision', 'progress'];

/**
 * The model with the defaults, which its own keys override. A default that its estimator does not accept is left out.
 *
 * @throws InputError as `parseModel`, with the path of the model
 */
export function withDefaults(written: Keys, defaults: Keys, path: string): DefaultedModel {
  const plain = withCovarianceKeys(withoutEmpty(written)) as Keys;
  const merged = mergedKeys(plain, written, withCovarianceKeys(defaults) as Keys);
  const unknown = Object.keys(written).find((key) => written[key] === null && !isKnown(key));
  if (unknown !== undefined) within(path, () => parseModel({ ...merged, [unknown]: null }));
  const leftOut: string[] = [];
  for (let model = merged; ;) {
    try {
      const parsed = parseModel(model);
      const written = model as unknown as ModelInput;
      const alone = { estimator: model['estimator'], formula: model['formula'], ...plain };
      const writesItsErrors = writesErrors(alone as unknown as ModelInput);
      return { model: parsed, written, writesItsErrors, leftOut };
    } catch (error) {
      const key = error instanceof InputError ? refusedDefault(error, plain, model) : undefined;
      if (key === undefined) within(path, () => parseModel(model)); // throws
      if (key === undefined) throw error;
      checkSomeHas(key, defaults);
      leftOut.push(`${key}: ${show(valueOf(model, key.split('.')))}`);
      model = without(model, key.split('.'));
    }
  }
}

/** True if some estimator has the key, so that a null takes away a default. */
function isKnown(key: string): boolean {
  return estimatorNames().some((name) => {
    try {
      parseModel({ ...traitsOf(name)!.shortest, [key]: null });
      return true;
    } catch (error) {
      return !(error instanceof InputError && error.code === 'unknown-key');
    }
  });
}

/** Refuses a default that no estimator accepts: it is misspelt. */
function checkSomeHas(key: string, defaults: Keys): void {
  const [first = ''] = key.split('.');
  const keys = { [first]: defaults[first] };
  const names = [usualEstimator, ...estimatorNames()];
  const refused = names.map((name) => refusedBy(name, keys, key));
  if (refused.includes(undefined)) return;
  const telling = names[refused.indexOf(key)] ?? usualEstimator;
  within('defaults', () => parseModel({ ...traitsOf(telling)!.shortest, ...keys }));
}

/** The default at the path, or one that holds it, if the estimator refuses it; others that it refuses are left out. */
function refusedBy(name: string, defaults: Keys, path: string): string | undefined {
  for (let keys = defaults; ;) {
    try {
      parseModel({ ...traitsOf(name)!.shortest, ...keys });
      return undefined;
    } catch (error) {
      const refused = error instanceof InputError ? refusedDefault(error, {}, keys) : undefined;
      if (refused === undefined || `${path}.`.startsWith(`${refused}.`)) return refused;
      keys = without(keys, refused.split('.'));
    }
  }
}

/** The keys that are not null or false; those values cancel defaults. */
function withoutEmpty(written: Keys): Keys {
  return Object.fromEntries(
    Object.entries(written).filter(
      ([key, value]) => value !== null && !(key === 'bootstrap' && value === false),
    ),
  );
}

function mergedKeys(plain: Keys, written: Keys, defaults: Keys): Keys {
  const usual = Object.entries(defaults).filter(([key]) => !Object.hasOwn(written, key));
  const both = Object.keys(chosenBy).flatMap((key) => {
    const [model, byDefault] = [plain[key], defaults[key]];
    if (!isKeyed(model) || !isKeyed(byDefault)) return [];
    return [[key, { ...keptOf(key, model, byDefault), ...model }] as const];
  });
  return { ...Object.fromEntries(usual), ...plain, ...Object.fromEntries(both) };
}

function keptOf(key: string, model: Keys, byDefault: Keys): Keys {
  if (!Object.hasOwn(model, chosenBy[key]!)) return byDefault;
  if (key !== 'bootstrap') return {};
  return Object.fromEntries(
    Object.entries(byDefault).filter(([name]) => ofAnyScheme.includes(name)),
  );
}

/** The path of the default that the error is about; undefined if it is about something else. */
function refusedDefault(
  { code, detail }: InputError,
  plain: Keys,
  model: Keys,
): string | undefined {
  const { path } = detail;
  if (typeof path !== 'string' || !['unknown-key', 'bad-value'].includes(code)) return undefined;
  const steps = path.replace(/\[\d+\].*$/, '').split('.');
  const isDefault = valueOf(plain, steps) === undefined && valueOf(model, steps) !== undefined;
  return isDefault ? steps.join('.') : undefined;
}

function valueOf(keys: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, key) => (isKeyed(value) ? value[key] : undefined), keys);
}

/** The keys without the one at the path; objects that become empty are removed too. */
function without(keys: Keys, [key = '', ...rest]: readonly string[]): Keys {
  const { [key]: value, ...others } = keys;
  if (rest.length === 0 || !isKeyed(value)) return others;
  const inner = without(value, rest);
  return Object.keys(inner).length === 0 ? others : { ...others, [key]: inner };
}
