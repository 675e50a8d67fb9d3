/** Sentences of one code, which a program loads together. Pages that say none of them do not load this file. */
import { type DetailOf, says, type Teller } from './told.js';

/** What a sentence of a family is: a text with names in braces, or a function of its detail. */
type Sentence = string | ((detail: never) => string);

type ArgsOf<One extends Sentence> = One extends string
  ? DetailOf<One>
  : One extends (...detail: infer Args extends readonly object[]) => string
    ? Args
    : never;

/** The sentences of a family by their names; the id of each is the family, a slash and its name. */
export type Family<Code extends string, Sentences extends Readonly<Record<string, Sentence>>> = {
  readonly [Name in keyof Sentences & string]: Teller<`${Code}/${Name}`, ArgsOf<Sentences[Name]>>;
};

/** As `says` for each sentence of a family, for those that a program loads together. */
/* @__NO_SIDE_EFFECTS__ */
export function family<
  const Code extends string,
  const Sentences extends Readonly<Record<string, Sentence>>,
>(code: Code, sentencesByName: Sentences): Family<Code, Sentences> {
  const tellers = Object.entries(sentencesByName).map(([name, sentence]) => [
    name,
    says(`${code}/${name}`, sentence as string),
  ]);
  return Object.fromEntries(tellers) as Family<Code, Sentences>;
}
