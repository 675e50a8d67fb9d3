/** The sentence of a warning in a language, from its code and detail. */
import { messageOf } from './text/messages.js';
import { detailIn, type Retellings } from './told.js';
import type { Sentences, WarningCode } from './warning.js';

/** A warning as a result or a file has it. */
interface Written {
  readonly code: string;
  readonly message: string;
  readonly detail?: object;
  readonly of?: string;
}

/**
 * The sentence, with what it quotes in the words of `errors`; its message in English if the code is unknown, or if a
 * file of an older version has no detail.
 */
export function sentenceOf(
  words: Sentences,
  { code, message, detail, of }: Written,
  colon: string,
  errors: Retellings = {},
): string {
  if (detail === undefined || !Object.hasOwn(words, code)) return message;
  const sentence = words[code as WarningCode] as (detail: object) => string;
  return (of === undefined ? '' : of + colon) + messageOf(sentence(detailIn(errors, detail)), '');
}
