/** Sentences as data: what was said, by an id and a detail, from which another language makes its own sentence. */

/** What an error or an expectation says. Everything in it can be stored and sent between threads. */
export interface Told<Id extends string = string, Detail extends object = object> {
  /** Names the sentence. What stands before a slash is the code of an error. */
  readonly id: Id;
  readonly detail: Readonly<Detail>;
  /** The sentence in English. */
  readonly text: string;
  /** What `text` begins with: the subject of an error that another one quotes, also in parts. */
  readonly of?: string | readonly (string | Told)[];
}

/** Parts of a detail: texts, numbers and lists of names. */
export type Texts<Names extends string> = Readonly<Record<Names, string>>;
export type Numbers<Names extends string> = Readonly<Record<Names, number>>;
export type Lists<Names extends string> = Readonly<Record<Names, readonly string[]>>;

/** Makes what is said of a detail; a sentence without a detail is made of nothing. */
export type Teller<Id extends string = string, Args extends readonly object[] = never> = (
  ...detail: Args
) => Told<Id, Args extends readonly [infer Detail extends object] ? Detail : object>;

const sentences = /* @__PURE__ */ new WeakMap<Told, (detail: never) => string>();

/** The names in braces in a sentence. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The detail of a sentence: a text or number for each name; a sentence without names has none. */
export type DetailOf<Text extends string> = [Names<Text>] extends [never]
  ? readonly []
  : readonly [detail: Readonly<Record<Names<Text>, string | number>>];

/**
 * The sentence of an id in English: a text, with the parts of its detail where it names them in braces, or a function
 * of the detail. A call of this at the start of a module has no effect if nobody uses its result.
 */
export function says<const Id extends string, const Text extends string>(
  id: Id,
  text: Text,
): Teller<Id, DetailOf<Text>>;
export function says<const Id extends string, const Args extends readonly [] | readonly [object]>(
  id: Id,
  say: (...detail: Args) => string,
): Teller<Id, Args>;
/* @__NO_SIDE_EFFECTS__ */
export function says(id: string, sentence: string | ((detail: never) => string)): unknown {
  const say = typeof sentence === 'string' ? filled(sentence) : sentence;
  return (detail?: object) => {
    const told = { id, detail: detail ?? {}, text: say(detail as never) };
    sentences.set(told, say);
    return told;
  };
}

/** The text in which each name in braces is replaced by that part of a detail. */
const filled = (text: string) => (detail: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name]));

/** The same sentence of another detail; what another thread said keeps its text. */
export function toldAgain(told: Told, detail: object): Told {
  const say = sentences.get(told);
  if (say === undefined) return { ...told, detail };
  const again = { ...told, detail, text: begun(told, say(detail as never)) };
  sentences.set(again, say);
  return again;
}

/** What was said, with a subject before it. */
export function toldOf(told: Told, subject: string | Told): Told {
  const text = begun({ of: [subject] }, told.text);
  const again = { ...told, of: [subject, ...[told.of ?? []].flat()], text };
  const say = sentences.get(told);
  if (say !== undefined) sentences.set(again, say);
  return again;
}

const begun = ({ of = [] }: Pick<Told, 'of'>, sentence: string) =>
  [...[of].flat().map((one) => (typeof one === 'string' ? one : one.text)), sentence].join(': ');

/** The sentences that a file exports, alone or in families. */
type TellersOf<English> = {
  readonly [Name in keyof English]: English[Name] extends Teller
    ? English[Name]
    : English[Name] extends Readonly<Record<string, Teller>>
      ? English[Name][keyof English[Name]]
      : never;
}[keyof English];

/** The sentences that another language needs for a file of English ones: one for each id. */
export type Retold<English> = {
  readonly [One in TellersOf<English> as One extends Teller<infer Id> ? Id : never]: One extends (
    ...detail: infer Args
  ) => Told
    ? (...detail: Args) => string
    : never;
};

/** Sentences by id. */
export type Retellings = Readonly<Record<string, (detail: never) => string>>;

/** What was said, in the words of a language, with what its detail quotes; in English if the words lack its id. */
export function retold(words: Retellings, told: Told): string {
  const { id, detail, text, of = [] } = told;
  if (!Object.hasOwn(words, id)) return text;
  const sentence = words[id]!(detailIn(words, detail) as never);
  return subjected(
    words,
    [of].flat().map((one) => (typeof one === 'string' ? one : retold(words, one))),
    sentence,
  );
}

/** A sentence after its subjects, in the words of a language. */
export function subjected(
  words: Retellings,
  subjects: readonly string[],
  sentence: string,
): string {
  const join = (words['subject'] ?? english) as typeof english;
  return subjects.reduceRight((text, subject) => join({ subject, sentence: text }), sentence);
}

const english = ({ subject, sentence }: { subject: string; sentence: string }) =>
  `${subject}: ${sentence}`;

/** A detail; what it quotes in the words of a language. */
export function detailIn(words: Retellings, detail: object): object {
  const parts = Object.entries(detail).map(([key, part]: [string, unknown]) => [
    key,
    Array.isArray(part) ? part.map((one: unknown) => inWords(words, one)) : inWords(words, part),
  ]);
  return Object.fromEntries(parts);
}

/** A part of a detail; what it quotes, also in a list, in the words of a language. */
function inWords<Part>(words: Retellings, part: Part): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => inWords(words, one)) as Part;
  return isTold(part) ? { ...part, text: retold(words, part) } : part;
}

/** What a detail quotes, as plain data: another error or a part of the sentence. */
function isTold(part: unknown): part is Told {
  if (typeof part !== 'object' || part === null) return false;
  if (!('id' in part && 'detail' in part && 'text' in part)) return false;
  return typeof part.detail === 'object' && part.detail !== null;
}
