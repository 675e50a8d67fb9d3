/** Errors of keys in files, in English. */
import { says } from '../told.js';
import { suggested, type Suggestion } from '../text/suggestion.js';

export interface UnknownKey {
  /** The key with those around it, such as `vcov.tpye`. */
  readonly path: string;
  readonly meant: Suggestion;
  /** What was meant, in English. */
  readonly suggestion: string;
}

export const unknownKey = says(
  'unknown-key',
  ({ path, meant }: UnknownKey) => `unknown key ${path}${suggested(meant)}`,
);

/** Of a key whose name the message has already. */
export const unknownKeyHere = says(
  'unknown-key/here',
  ({ meant }: UnknownKey) => `unknown key${suggested(meant)}`,
);
export const unavailableKey = says(
  'unknown-key/unavailable',
  '{path} is not available for the estimator {estimator}',
);
