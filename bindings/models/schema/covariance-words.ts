/** Covariances in one text, as `HC3`, `cluster:id year` and `hac:4`. */
import * as v from 'valibot';
import { written } from './schema.js';

/** A type, with its clusters or its lags after a colon. */
export type CovarianceText =
  | 'unadjusted'
  | 'robust'
  | `HC${0 | 1 | 2 | 3 | 4}`
  | `cluster:${string}`
  | `CV${1 | 2 | 3}:${string}`
  | `hac:${number | 'auto'}`
  | `driscoll-kraay:${number | 'auto'}`
  | (string & {});

/** The keys of `vcov` that a text stands for; keys as they are. */
export function covarianceKeys<Keys extends object>(value: Keys | CovarianceText): Keys {
  return typeof value === 'string' ? (keysOf(value) as Keys) : value;
}

function keysOf(text: string): object {
  const [, type, detail] = /^([^:]*)(?::(.*))?$/s.exec(text)!;
  if (detail === undefined) return { type };
  if (/^(?:hac|driscoll)/i.test(type!)) {
    return { type, bandwidth: detail.trim() === 'auto' ? 'auto' : Number(detail) };
  }
  return { type, cluster: detail.split(/[\s,]+/).filter((name) => name !== '') };
}

/** The model with the keys of its covariance, which may be written as a text. */
export function withCovarianceKeys(model: object): object {
  const { vcov } = model as { readonly vcov?: unknown };
  return typeof vcov === 'string' ? { ...model, vcov: covarianceKeys(vcov) } : model;
}

/** The schema of a covariance that may also be a text. */
export function covarianceOf<const Schema extends v.GenericSchema>(keys: Schema) {
  return v.pipe(
    written(v.string() as v.GenericSchema<CovarianceText>, keys),
    v.transform((value) => covarianceKeys(value as object | string)),
    keys,
  );
}
