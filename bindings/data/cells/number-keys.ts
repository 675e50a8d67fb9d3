/** Ways to write numbers in texts, each with the options of readers that say it. */
import type { NumberKeys } from '../../words/details/columns.js';
import { type PlainNumber, plainNumbers } from './number-format.js';

interface WrittenNumbers {
  readonly keys: NumberKeys;
  readonly plain: PlainNumber;
}

/** From the plainest on. */
export const numberFormats: readonly WrittenNumbers[] = [
  { decimal: '.' } as const,
  { percent: true } as const,
  { thousands: ',' },
  { thousands: ',', percent: true } as const,
  { thousands: ' ' },
  { decimal: ',' } as const,
  { decimal: ',', percent: true } as const,
  { decimal: ',', thousands: '.' } as const,
  { decimal: ',', thousands: ' ' } as const,
].map((keys: NumberKeys) => {
  const { decimal = '.', thousands, percent = false } = keys;
  const signs = thousands === undefined ? [] : [thousands];
  return { keys, plain: plainNumbers({ decimal, thousands: signs, percent }) };
});

/** The options with which a text is a number; undefined if there are none. */
export function keysOfNumber(text: string): NumberKeys | undefined {
  return numberFormats.find(({ plain }) => plain(text) !== undefined)?.keys;
}
