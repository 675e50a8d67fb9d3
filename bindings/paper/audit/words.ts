/** Ranges in words. */
import { type Phrase, say } from '../../words/phrase.js';
import { type Range } from './range.js';

/** `3.603 to 3.620`, `at most 0.2`, `at least 3`, or the number where the ends are the same. */
export function inWords({ low, high }: Range): Phrase {
  if (low === -Infinity && high === Infinity) return say('any number');
  if (low === -Infinity) return say('at most {}', short(high));
  if (high === Infinity) return say('at least {}', short(low));
  const [from, to] = distinct(low, high);
  return from === to ? from : say('{} to {}', from, to);
}

/** The ends with as many digits as tell them apart, and four at least. */
function distinct(low: number, high: number): [string, string] {
  for (let digits = 4; digits < 12; digits++) {
    const ends: [string, string] = [short(low, digits), short(high, digits)];
    if (ends[0] !== ends[1]) return ends;
  }
  return [short(low), short(low)];
}

export function short(value: number, digits = 4): string {
  return String(Number(value.toPrecision(digits)));
}
