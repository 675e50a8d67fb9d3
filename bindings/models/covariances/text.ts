/** Covariances written as a text, such as `HC3`, `cluster:id year` and `hac:4`. */
import * as v from 'valibot';
import { badArgument } from '../../core/errors/bad-argument.js';
import { aText } from '../../words/expectations/values.js';
import { written } from '../schema/schema.js';
import { type CovarianceText, traitsOfWord } from './registry.js';
import type { CovarianceTraits } from './traits.js';

/** What a text for a covariance of regressions may be; other texts are refused with the words of the kinds. */
export const covarianceText = v.string() as v.GenericSchema<CovarianceText>;

/** The keys of `vcov` for a text; keys are returned unchanged. */
export function covarianceKeys<Keys extends object>(value: Keys | string): Keys {
  return typeof value === 'string' ? (keysOf(value) as Keys) : value;
}

/** Names, also in backquotes, and expressions whose blanks and commas are in parentheses. */
const clusterNames = /(?:`[^`]*`|\((?:[^()]|\([^()]*\))*\)|[^\s,`])+/g;

function keysOf(text: string): object {
  const [, type, detail] = /^([^:]*)(?::(.*))?$/s.exec(text)!;
  if (detail === undefined) return { type };
  const key = covarianceDetail(type!);
  if (key === undefined || key === 'cluster') {
    return { type, cluster: detail.match(clusterNames) ?? [] };
  }
  const number = detail.trim().toLowerCase() === 'auto' ? 'auto' : Number(detail);
  return { type, [key]: number };
}

/** The model with its covariance as keys, even if it is written as a text. */
export function withCovarianceKeys(model: object): object {
  const { vcov } = model as { readonly vcov?: unknown };
  return typeof vcov === 'string' ? { ...model, vcov: covarianceKeys(vcov) } : model;
}

/** The schema of a covariance that may also be written as a text. */
export function covarianceOf<
  const Schema extends v.GenericSchema,
  const Text extends v.GenericSchema<string>,
>(keys: Schema, text: Text) {
  return v.pipe(
    written(text, keys),
    v.transform((value) => covarianceKeys(value as object | string)),
    keys,
  );
}

/** The key for the text after the colon, such as `bandwidth` in `hac:4`; undefined if nothing follows. */
export function covarianceDetail(word: string): string | undefined {
  if (typeof word !== 'string') throw badArgument('covarianceDetail', 'word', aText(), word);
  return detailOf(traitsOfWord(word));
}

/** The key of the detail of a kind. */
export function detailOf(traits: CovarianceTraits | undefined): string | undefined {
  if (traits?.clusters !== undefined) return 'cluster';
  return traits?.lags === undefined ? traits?.detail : 'bandwidth';
}
