import { InvalidArgumentError } from 'commander';

/** A number as the argument of an option; the library says which numbers it takes. */
export function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Expected a number.');
}
