/** What reports say, as data: a sentence is named by its English, and another language says it in its own words. */
import { count } from './text/counts.js';
import type { Told } from './told.js';
import type { Sentence, Word } from './vocabulary/documents/index.js';

export type { Sentence, Word };

/** Names and numbers, which are the same in every language, or what is said in the words of one. */
export type Phrase = string | Said | Told | Warned;

/** A warning without its code. */
export interface Warned {
  readonly code: string;
  readonly message: string;
  readonly detail?: object;
  readonly of?: string;
}

/** What a result stores of a reason or a finding, next to its English. */
export type Telling = Told | Said;

/** A sentence with its parts. */
export interface Said {
  /** The English with `{}` for each part; what follows `@` only tells it from sentences with other meanings. */
  readonly say: string;
  readonly parts: readonly Phrase[];
  /** The English if it differs, as that of one thing. */
  readonly english?: string;
  /** True for a list: the sentence stands between its parts. */
  readonly between?: true;
}

/** A word or a sentence, not a name. */
export type Saying = Word | Said | Told;

export const said = (one: Saying): Said | Told => (typeof one === 'string' ? say(one) : one);

type Part = Phrase | number;

/** A part for each `{}`. */
type Parts<Text extends string> = Text extends `${string}{}${infer Rest}`
  ? readonly [Part, ...Parts<Rest>]
  : readonly [];

/** Names and numbers are strings; a string that the program knows is a word, and `say` says it. */
type Named<All extends readonly Part[]> = {
  readonly [I in keyof All]: All[I] extends string
    ? string extends All[I]
      ? All[I]
      : All[I] extends ''
        ? All[I]
        : never
    : All[I];
};

export function say<const Text extends Sentence, const All extends Parts<Text>>(
  text: Text,
  ...parts: All & Named<All>
): Said {
  return { say: text, parts: (parts as readonly Part[]).map(asText) };
}

const asText = (part: Part): Phrase => (typeof part === 'number' ? String(part) : part);

/** What stands between the parts of a list. */
type Mark = Extract<Word, `${',' | ';' | ':' | ' '}${string}`>;

export function list(parts: readonly Phrase[], between: Mark): Said {
  return { say: between, parts, between: true };
}

/** `a, b and c`, of names. */
export function series(parts: readonly Phrase[]): Phrase {
  const last = parts.at(-1) ?? '';
  return parts.length <= 1 ? last : say('{} and {}', list(parts.slice(0, -1), ', @names'), last);
}

type Counted = Sentence extends infer One ? (One extends `{} ${infer Noun}` ? Noun : never) : never;
type Regular = Counted extends infer Many ? (Many extends `${infer One}s` ? One : never) : never;

/** `1 unit`, `140 units`. */
export function plural(n: number, one: Regular): Said;
export function plural(n: number, one: string, many: Counted): Said;
export function plural(n: number, one: string, many: string = `${one}s`): Said {
  const parts = [count(n)];
  const said = { say: `{} ${many}`, parts };
  return n === 1 ? { ...said, english: `{} ${one}` } : said;
}

/** The word of a text that is one of the program's words, such as `month`; `among` tells it from others. */
export const known = (text: string, among?: string): Said => ({
  say: among === undefined ? text : `${text}@${among}`,
  parts: [],
  english: text,
});

/** The title of an estimate: the words of a language name its estimator. */
export const titled = (title: string): Told => ({ id: 'title', detail: { title }, text: title });

/** Why something is missing: as data, or in English in results of versions without. */
export function because({ reason = '', told }: Because): Phrase {
  if (told === undefined) return known(reason);
  if ('say' in told) return told;
  return { ...told, text: reason };
}

interface Because {
  readonly reason?: string;
  readonly told?: Telling | undefined;
}

/** A reason in English, and as data if it has parts: a word is its own name. */
export const reasoned = (reason: Word | Said): { readonly reason: string; readonly told?: Said } =>
  typeof reason === 'string' ? { reason } : { reason: textOf(reason), told: reason };

/** Why something failed. */
export const failure = ({ message, told }: Failed): Phrase => because({ reason: message, told });

interface Failed {
  readonly message: string;
  readonly told?: Telling | undefined;
}

/** Who says phrases in another language than English. */
export interface Speaker {
  /** A sentence with the texts of its parts; for a list, what stands between them. */
  readonly sentence: (said: Said, texts: readonly string[]) => string;
  readonly told: (told: Told) => string;
  readonly warned: (warning: Warned) => string;
}

/** The text of a phrase; in English without a speaker. */
export function textOf(phrase: Phrase, speaker?: Speaker): string {
  if (typeof phrase === 'string') return phrase;
  if ('code' in phrase) return speaker?.warned(phrase) ?? phrase.message;
  if ('id' in phrase) return speaker?.told(phrase) ?? phrase.text;
  const texts = phrase.parts.map((part) => textOf(part, speaker));
  const sentence = speaker?.sentence(phrase, texts) ?? english(phrase, texts);
  return phrase.between === true ? texts.join(sentence) : sentence;
}

function english({ say: text, english: other }: Said, parts: readonly string[]): string {
  const sentence = other ?? text.split('@')[0]!;
  return parts.length === 0 ? sentence : String.raw({ raw: sentence.split('{}') }, ...parts);
}
