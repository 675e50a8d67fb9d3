import { type Told, toldOf } from '../../words/told.js';
import type { EconError } from './errors.js';

/** What an error says with its subject, for the detail of another that quotes it. */
export function quoted(error: EconError): Told {
  const { of, key } = error.telling;
  const subject = [of, key].filter((one) => one !== undefined).join(': ');
  return subject === '' ? error.told : toldOf(error.told, subject);
}
