/** A model as users write it: a formula in the notation of Stata, R or Python, a covariance as one text. */
import { asInFormula } from '../../words/expectations/models/rules.js';
import { isKeyed } from '../../core/arguments/arguments.js';
import { type ComputedTerms, computedTerms } from '../../data/formula/idioms/computed-terms.js';
import { canonicalFormula } from '../../data/formula/formula.js';
import { formulaOf } from './read-model.js';
import { badValue } from '../schema/bad-value.js';
import { withCovarianceKeys } from '../covariances/text.js';

/**
 * The model with its canonical formula, the keys that options of the formula set, such as `absorb(id)`, and those of
 * its covariance.
 *
 * @throws InputError `bad-value` if a key is also written with another value, `formula-syntax`
 */
export function withCanonicalFormula(model: object): object {
  const plain = withCovarianceKeys(model);
  const written = formulaOf(plain);
  if (written === undefined) return plain;
  const computed = computedTerms(written);
  const { text, keys } = canonicalFormula(computed.text);
  if (text === written) return plain;
  return { ...withBuilt(merged({ ...plain }, keys, ''), computed.build), formula: text };
}

/** The model that also builds these columns, after its own. */
function withBuilt(model: Keys, build: ComputedTerms['build']): Keys {
  const { build: present = {} } = model;
  const added = Object.entries(build).map(([name, value]) => ({ name, value }));
  if (added.length === 0) return model;
  if (Array.isArray(present)) return { ...model, build: [...(present as unknown[]), ...added] };
  return isKeyed(present) ? { ...model, build: merged(present, build, 'build.') } : model;
}

type Keys = Readonly<Record<string, unknown>>;

/** Adds keys to those of the model. A key may be written twice with equal values. */
function merged(model: Keys, added: Keys, path: string): Keys {
  const result: Record<string, unknown> = { ...model };
  for (const [key, value] of Object.entries(added)) {
    const present = model[key];
    if (present === undefined) result[key] = value;
    else if (isKeyed(present) && isKeyed(value))
      result[key] = merged(present, value, `${path}${key}.`);
    else if (JSON.stringify(present) !== JSON.stringify(value)) {
      throw badValue(`${path}${key}`, asInFormula({ value }), present);
    }
  }
  return result;
}
