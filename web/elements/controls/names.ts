/** The controls that an element is asked to show, by their names. */
import schemas from 'schema:controls';
import type { ControlSchema } from '../../build/controls.js';
import { type FormulaParts, partsOf } from '../../model/formula.js';
import { valueAt } from '../../session/paths.js';
import type { OpenedModel, WrittenModel } from '../worker/questions.js';

/** A control of a key of the model, or one of its own. */
export type NamedControl =
  | { readonly kind: 'key'; readonly schema: ControlSchema; readonly path: string }
  | { readonly kind: 'regressors'; readonly formula: FormulaParts }
  | { readonly kind: 'sample'; readonly time: string; readonly periods: readonly [number, number] };

/** Short names of keys. */
const keys: Readonly<Record<string, readonly string[]>> = {
  errors: ['vcov.type'],
  lags: ['gmm[].lags'],
  collapse: ['gmm[].collapse'],
  instruments: ['gmm[].lags', 'gmm[].collapse'],
};

/** Keys with values that a control can move between. */
const movable: readonly ControlSchema['type'][] = ['choice', 'flag', 'number', 'range'];

export const namesIn = (attribute: string): string[] => attribute.split(/[\s,]+/).filter(Boolean);

/** The controls of a name; none if the model does not have it. */
export function controlsNamed(name: string, opened: OpenedModel): NamedControl[] {
  const { model, periods } = opened;
  if (name === 'regressors') {
    const formula = partsOf(String(model['formula']));
    return formula && formula.regressors.length > 0 ? [{ kind: 'regressors', formula }] : [];
  }
  if (name === 'sample') {
    const time = valueAt(model, 'panel.time');
    return periods && typeof time === 'string' ? [{ kind: 'sample', time, periods }] : [];
  }
  return (keys[name] ?? [name]).flatMap((key) => ofKey(key, model));
}

function ofKey(key: string, model: WrittenModel): NamedControl[] {
  const schema = schemas.find(
    (one) =>
      one.key === key && one.estimators.includes(model.estimator) && movable.includes(one.type),
  );
  if (schema === undefined) return [];
  const [list] = key.split('[]');
  if (list === key) return [{ kind: 'key', schema, path: key }];
  const entries = model[list!];
  if (!Array.isArray(entries)) return [];
  return entries.map((_, place) => ({
    kind: 'key',
    schema,
    path: key.replace('[]', `[${place}]`),
  }));
}

/** The names of controls that a model has: the short ones, and its keys. */
export function knownNames(opened: OpenedModel): string[] {
  const top = schemas.flatMap(({ key }) => (/^\w+$/.test(key) ? [key] : []));
  const names = [...Object.keys(keys), 'regressors', 'sample', ...top];
  return [...new Set(names)].filter((name) => controlsNamed(name, opened).length > 0);
}
