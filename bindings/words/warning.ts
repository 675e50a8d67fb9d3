/** Warnings as data: a stable code, a detail of the type that belongs to it, and the English sentence made of both. */
import type { WarningDetails } from './details/warning-details.js';

export type { WarningDetails };
export type WarningCode = keyof WarningDetails;

/** A warning of a result. */
export type Warning<Code extends WarningCode = WarningCode> = Code extends WarningCode
  ? {
      readonly code: Code;
      /** The sentence in English. */
      readonly message: string;
      /** What the sentence says, as data. Results of versions without it have a message only. */
      readonly detail?: WarningDetails[Code];
      /** The group, column or model that it is about, with which the message begins. */
      readonly of?: string;
    }
  : never;

/** A sentence for each code: the words of a language. */
export type Sentences<Details = WarningDetails> = {
  readonly [Code in keyof Details]: (detail: Details[Code]) => string;
};

/** The sentence of a code with its detail. */
export function coded<Details>(
  words: Sentences<Details>,
  one: { readonly [Code in keyof Details]: { readonly code: Code } & Details[Code] }[keyof Details],
): string {
  const sentence = words[one.code] as (detail: object) => string;
  return sentence(one);
}

/** The warning of a code, in the English words of its family. */
export function warning<Details, Code extends keyof Details & WarningCode>(
  words: Sentences<Details>,
  code: Code,
  detail: Details[Code] & WarningDetails[Code],
): Warning<Code> {
  return { code, message: words[code](detail), detail } as unknown as Warning<Code>;
}

/** The warning with the name of what it is about before its sentence. */
export function warningOf<One extends Pick<Warning, 'message' | 'of'>>(
  subject: string,
  one: One,
): One {
  const of = one.of === undefined ? subject : `${subject}: ${one.of}`;
  return { ...one, message: `${subject}: ${one.message}`, of };
}
