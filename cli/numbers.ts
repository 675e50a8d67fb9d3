import { InvalidArgumentError } from 'commander';

/** The number in the argument of an option; the library checks its range. */
export function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Expected a number.');
}
