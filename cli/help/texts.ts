/** Descriptions of options and commands in English and in the language of the command. */
import { type Argument, Option } from 'commander';
import { help as english, type HelpWords } from '../../bindings/words/en/help.js';

/** A text of help, or what makes it of its parts; `say` finds the words of a part. */
export type Text = string | ((say: Say, words: HelpWords) => string);

/** The text in the language of the words. */
export type Say = (text: string) => string;

/** What texts are in a language; one without an entry is data, such as the example of a command. */
export function textIn(text: Text, words: HelpWords): string {
  const say: Say = (one) => words.texts[one] ?? one;
  return typeof text === 'string' ? say(text) : text(say, words);
}

export const inEnglish = (text: Text): string => textIn(text, english);

const texts = new WeakMap<Argument | Option, Text>();

/** An option or argument whose description is made of parts. */
export function described<Part extends Argument | Option>(part: Part, text: Text): Part {
  texts.set(part, text);
  part.description = inEnglish(text);
  return part;
}

/** The description of an option or argument, without what commander adds. */
export const textOf = (part: Argument | Option): Text => texts.get(part) ?? part.description;

/** The description of an option or argument, with its words and its default. */
export function descriptionIn(part: Argument | Option, words: HelpWords): string {
  const text = textIn(textOf(part), words);
  const { argChoices, defaultValue } = part;
  const isOption = part instanceof Option;
  const takesValue = !isOption || part.required || part.optional;
  const more = [
    ...(argChoices === undefined ? [] : [words.choices(argChoices.map(quoted))]),
    ...(defaultValue === undefined || !takesValue ? [] : [words.defaults(quoted(defaultValue))]),
    ...(isOption && part.envVar !== undefined ? [words.variable(part.envVar)] : []),
  ];
  return more.length === 0 ? text : words.brackets(text, more.join(words.comma));
}

const quoted = (value: unknown) => JSON.stringify(value);

/** A text of several lines: each block that has words of its own, otherwise each line that has them; examples have none. */
export function linesIn(text: string, { texts }: HelpWords): string {
  const linesOf = (block: string) =>
    block
      .split('\n')
      .map((line) => texts[line] ?? line)
      .join('\n');
  const blocks = text.replace(/^\n/, '').split('\n\n');
  const said = blocks.map((block) => texts[block] ?? linesOf(block)).join('\n\n');
  return text.startsWith('\n') ? `\n${said}` : said;
}
