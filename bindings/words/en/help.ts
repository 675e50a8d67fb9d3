import type { CommandSentences } from '../vocabulary/errors.js';

/** What the help of commands says, apart from the texts of commands and options, which are English where they stand. */
export interface HelpWords {
  /** The texts of commands, arguments, options and headings in this language, by the English ones. */
  readonly texts: Readonly<Record<string, string>>;
  /** What only commands say; undefined in English, in which errors are written already. */
  readonly errors: CommandSentences | undefined;
  /** What commander writes for a command's options and sub-commands in its usage. */
  readonly usage: { readonly options: string; readonly command: string };
  optionsOf(command: string): string;
  formulaOptionsOf(estimator: string): string;
  /** A topic and the number of its options. */
  counted(topic: string, options: number): string;
  /** A text of a flag that sets its opposite. */
  not(text: string): string;
  or(words: readonly string[]): string;
  /** A text and what follows it: after a colon, in brackets, or as an example of how it is written. */
  colon(text: string, more: string): string;
  brackets(text: string, more: string): string;
  written(text: string, forms: string): string;
  fallback(text: string, value: string): string;
  /** A default in the notation of an option. */
  usually(value: string): string;
  /** Words in quotes that commander adds to a description. */
  choices(words: readonly string[]): string;
  defaults(value: string): string;
  variable(name: string): string;
  example(text: string): string;
  /** Between names, and between what commander adds. */
  readonly and: string;
  readonly comma: string;
  readonly covariance: CovarianceHelp;
}

/** How covariances are listed. */
export interface CovarianceHelp {
  /** Several in a row, such as `HC0 to HC4`. */
  range(first: string, last: string): string;
  /** A text, and others that mean nearly the same. */
  also(text: string, others: readonly string[]): string;
  /** A choice of texts. */
  or(texts: readonly string[]): string;
  /** The text, and what its lags may be. */
  lags(text: string): string;
}

const or = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
const brackets = (text: string, more: string) => (text === '' ? `(${more})` : `${text} (${more})`);

export const covariance: CovarianceHelp = {
  range: (first, last) => `${first} to ${last}`,
  also: (text, others) => `${text} (also ${others.join(', ')})`,
  or,
  lags: (text) => `${text}, where LAGS may be auto`,
};

export const help: HelpWords = {
  texts: {},
  errors: undefined,
  usage: { options: '[options]', command: '[command]' },
  optionsOf: (command) => `Options of ${command}:`,
  formulaOptionsOf: (estimator) => `With data and a formula, options of ${estimator}:`,
  counted: (topic, options) => `${topic} (${options} ${options === 1 ? 'option' : 'options'})`,
  not: (text) => `do not ${text}`,
  or,
  colon: (text, more) => `${text}: ${more}`,
  brackets,
  written: (text, forms) => `${text}, as ${forms}`,
  fallback: (text, value) => `${text} (default: ${value})`,
  usually: (value) => `; default ${value}`,
  choices: (words) => `choices: ${words.join(', ')}`,
  defaults: (value) => `default: ${value}`,
  variable: (name) => `env: ${name}`,
  example: (text) => `such as ${text}`,
  and: ', ',
  comma: ', ',
  covariance,
};
