/** Keys of readers with which texts are numbers, and what to say of an error about such a text. */
import { keysOfNumber } from '../../bindings/entries/data.js';
import { shellWord } from '../../bindings/entries/report.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import { keysInWords } from '../../bindings/words/number-keys.js';
import type { Told } from '../../bindings/words/told.js';

/** Options that say how numbers are written. */
export interface NumberKeys {
  readonly decimal?: '.' | ',';
  readonly thousands?: string;
  readonly percent?: true;
  readonly marks?: true;
  readonly missing?: readonly string[];
}
/** Keys of readers that a description suggests. */
export interface SuggestedKeys extends NumberKeys {
  readonly encoding?: string;
  readonly lastRow?: number;
  readonly header?: number | readonly number[];
  readonly types?: Readonly<Record<string, string>>;
}
/** The flags for these keys. */
export function flagsOf({
  header,
  decimal,
  thousands,
  percent,
  marks,
  missing,
  types,
}: SuggestedKeys): string[] {
  const typed = Object.entries(types ?? {}).map(([name, type]) => `${name}=${type}`);
  return [
    ...(header === undefined ? [] : ['--header', String(header)]),
    ...(decimal === undefined ? [] : ['--decimal', shellWord(decimal)]),
    ...(thousands === undefined ? [] : ['--thousands', shellWord(thousands)]),
    ...(percent === true ? ['--percent'] : []),
    ...(marks === true ? ['--marks'] : []),
    ...(missing === undefined ? [] : ['--missing', shellWord(missing.join(','))]),
    ...(types === undefined ? [] : ['--types', shellWord(typed.join(','))]),
  ];
}

/** What an error says in code. */
export interface Failed {
  readonly code?: unknown;
  readonly detail?: object | undefined;
}

/**
 * The keys with which a text would be a number that an error found in a column of numbers, if there are any. `isFile`
 * says that the keys can be set in a file only.
 */
export function numberHint({ code, detail }: Failed, isFile = false): Told | undefined {
  const { cell } = (detail ?? {}) as { readonly cell?: string };
  if (code !== 'text-in-numeric-column' || cell === undefined) return undefined;
  const keys = keysOfNumber(cell.trim());
  const flags = keys === undefined || keys.decimal === '.' ? [] : flagsOf(keys);
  if (keys === undefined || flags.length === 0) return undefined;
  return notices['number-keys']({
    text: cell,
    keys: keysInWords(keys),
    command: isFile ? undefined : flags.join(' '),
  });
}
