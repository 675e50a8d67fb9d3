import { usageValue } from '../../bindings/words/errors/program/usage.js';
import { invalid } from '../exit.js';

/** The number in an option's argument; the library checks its range. */
export function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw invalid(usageValue.number());
}

/** The number in the text, or the text itself, which the check of the model then reports. */
export function numberOrText(text: string): unknown {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
