import { type Told, toldOf } from '../../words/told.js';
import type { EconError } from './errors.js';

/** What an error says with its subject, for the detail of another that quotes it. */
export function quoted(error: EconError): Told {
  const { of, key } = error.telling;
  const subjects = [key, of].filter((one) => one !== undefined);
  return subjects.reduce<Told>(toldOf, error.told);
}
