/**
 * Remembers the written form of a model in which a word may be the name of a column: `l.wage` is a lag in Stata's
 * notation, or the column of that name. A copy `{ ...model }` keeps it.
 */
import { copied } from '../../core/values/copied.js';
import { InputError } from '../../core/errors/errors.js';
import {
  asWritten,
  foreignWords,
  withQuotedNames,
} from '../../data/formula/idioms/dotted-names.js';
import type { Model } from '../model.js';
import { markRead } from './read-model.js';

/** The keys whose texts contain both column names and operators. */
export const textKeys = [
  'formula',
  'where',
  'gmm',
  'iv',
  'roles',
  'diffHansen',
  'cTests',
  'multiverse',
] as const;

type Texts = Readonly<Partial<Record<(typeof textKeys)[number], unknown>>>;

/** The texts of a model before and after they were read. */
export interface Written {
  readonly before: Texts;
  readonly after: Texts;
  /** True if the texts could be read only after names were put in backquotes. */
  readonly quoted: boolean;
  /** True once the columns of the data are known. */
  readonly resolved: boolean;
}

interface Spelled extends Texts {
  readonly [asWritten]?: Written;
}

/**
 * The texts of a model, or of a copy of it, as they were written. For keys that the copy replaced, the texts are the
 * copy's.
 */
export function writtenTexts(model: object): { readonly texts: Texts; readonly written?: Written } {
  const { [asWritten]: written, ...now } = model as Spelled;
  if (written === undefined) return { texts: textsOf(now) };
  const { before, after } = written;
  const isKept = (key: keyof Texts) => now[key] === after[key];
  const texts = Object.fromEntries(
    textKeys.map((key) => [key, isKept(key) ? before[key] : now[key]]),
  );
  return { texts: textsOf(texts), written };
}

/**
 * Reads a model. If its texts cannot be read as written, names with dots may be columns of the data, so they are read
 * again in backquotes.
 */
export function readingNames(keys: object, read: (keys: object) => Model): Model {
  const { texts, written } = writtenTexts(keys);
  if (written === undefined && !hasDot(texts)) return read(keys);
  const { read: model, quoted } = inAnyReading(keys, read);
  if (written === undefined && !quoted && !mayNameColumns(texts)) return model;
  return withWritten(model, {
    before: copied(texts),
    quoted: quoted || written?.quoted === true,
    resolved: written?.resolved === true,
  });
}

/** A copy of a model that remembers its written form. */
export function withWritten(model: Model, written: Omit<Written, 'after'>): Model {
  const whole: Written = { ...written, after: textsOf(model as Texts) };
  return markRead({ ...model, [asWritten]: whole });
}

/** The result of `read` for a model; `quoted` is true if names had to be put in backquotes. */
export function inAnyReading<Keys extends object, Read>(
  keys: Keys,
  read: (keys: Keys) => Read,
): { readonly read: Read; readonly quoted: boolean } {
  try {
    return { read: read(keys), quoted: false };
  } catch (error) {
    const texts = textsOf(keys as Texts);
    if (!isSyntax(error) || !some(texts, (text) => withNames(text) !== text)) throw error;
    const quoted = mapTexts(texts, withNames);
    try {
      return { read: read({ ...keys, ...quoted }), quoted: true };
    } catch {
      throw error;
    }
  }
}

/** A text with all names that have a dot in backquotes. */
const withNames = (text: string) => withQuotedNames(text, () => true).text;

function isSyntax(error: unknown): boolean {
  return error instanceof InputError && ['formula-syntax', 'where-syntax'].includes(error.code);
}

/**
 * Whether a word may be an operator or a column. Canonical words stay in the texts of a model, except those in `roles`,
 * which become instruments.
 */
export function mayNameColumns(texts: Texts): boolean {
  const { roles } = texts;
  return hasDot({ roles }) || some(texts, (text) => foreignWords(text).length > 0);
}

function hasDot(texts: Texts): boolean {
  return some(texts, (text) => text.includes('.'));
}

function some(texts: Texts, test: (text: string) => boolean): boolean {
  let passes = false;
  mapTexts(texts, (text) => {
    passes ||= test(text);
    return text;
  });
  return passes;
}

function textsOf(model: Texts): Texts {
  return Object.fromEntries(
    textKeys.filter((key) => model[key] !== undefined).map((key) => [key, model[key]]),
  );
}

/** Keys whose values are column names and are never read as terms. */
const plainNames: readonly string[] = ['cluster', 'order', 'name'];

/**
 * Texts of a model are not nested deeper than this. A value that contains itself is cut off here, and the schema
 * refuses it.
 */
const maxDepth = 8;

/** The texts, each replaced by `replace`. */
export function mapTexts(texts: Texts, replace: (text: string) => string): Texts {
  return mapped(texts, replace, maxDepth) as Texts;
}

function mapped(value: unknown, replace: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return replace(value);
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((part) => mapped(part, replace, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      plainNames.includes(key) ? part : mapped(part, replace, depth - 1),
    ]),
  );
}
