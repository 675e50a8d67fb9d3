/** The outcome and the coefficient of interest of a multiverse. */
import { unknownCoefficient } from '../../../words/errors/analysis/sensitivity.js';
import type { Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { nearest, parseTerms, spelledAs, type Table, termName } from '../../../data/index.js';
import { attempt, isFailure } from '../../../core/jobs/failures.js';
import { estimatorOf } from '../../../models/estimators.js';
import type { Model } from '../../../models/model.js';

interface Subject {
  readonly depvar: string;
  readonly coefficient: string;
}

/**
 * The outcome and the coefficient of interest: the first regressor unless one is requested. It throws errors in the
 * data, so that they are reported once.
 *
 * @throws InputError `unknown-coefficient`; as the design of the model
 */
export function subjectOf(
  engine: Engine,
  model: Model,
  table: Table,
  requested: string | undefined,
): Subject {
  const { depvar, names } = estimatorOf(model).design(engine, model, table);
  if (requested === undefined) return { depvar, coefficient: names[0]! };
  const spelled = spelledAs(names, requested);
  const coefficient = [spelled, ...spellings(spelled)].find((name) => names.includes(name));
  if (coefficient !== undefined) return { depvar, coefficient };
  const near = nearest(requested, names);
  const told = unknownCoefficient({ coefficient: requested, available: names, near });
  throw new InputError(told, { of: 'multiverse', key: 'coefficient' });
}

/** The name that results give to the terms in a text; none if the text cannot be read. */
function spellings(text: string): string[] {
  const name = attempt(() => ({ text: parseTerms(text).map(termName).join(' ') }));
  return isFailure(name) ? [] : [name.text];
}
