/** Errors of values of options and keys, in English. */
import { says, type Told } from '../told.js';
import { show, showWord } from '../text/messages.js';

export interface BadValue {
  /** The option or key, such as `bootstrap.workers`. */
  readonly path: string;
  /** What was expected, in English. */
  readonly expected: string;
  /** The same as data. */
  readonly expectation: Told;
  /** The value, or in English what was found in it. */
  readonly found: unknown;
  /** What was found in it, as data. */
  readonly finding?: Told | undefined;
}

/** What a sentence is about, before it. */
export const ofSubject = says('subject', '{subject}: {sentence}');

/** Of an argument; a word stands without quotes. */
export const badArgumentValue = says(
  'bad-value/argument',
  ({ expected, found }: BadValue) => `expected ${expected}, found ${showWord(found)}`,
);

/** Of a part of a result. */
export const badResultValue = says(
  'bad-result/value',
  ({ expected, found }: BadValue) => `expected ${expected}, found ${show(found)}`,
);

/** Of a key in a file. */
export const badKeyValue = says(
  'bad-value/key',
  ({ expected, found }: BadValue) => `expected ${expected}, found ${show(found)}`,
);
