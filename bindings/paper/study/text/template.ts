/** Prose with numbers filled in. */
import { badArgument, checkKeys, flag, isKeyed, oneOf } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { openTemplate } from '../../../words/errors/paper/studies.js';
import { readable } from '../../../results/read.js';
import { escapedHtml } from '../../../core/escapes/html.js';
import { escapedLatex } from '../../../core/escapes/latex.js';
import { escapedMarkdown } from '../../../core/escapes/markdown.js';
import { escapedTypst } from '../../../core/escapes/typst.js';
import { type Digits, shown } from '../../tables/paper/shown.js';
import type { StudyNumber, StudyNumbers } from './number.js';
import { placed, linesOf, numberNamed, unknownAt } from './place.js';
import { numbersOfStudy } from '../../../words/expectations/paper/studies.js';
import { aText } from '../../../words/expectations/values.js';

/** The formats of prose: plain text, or formats whose special characters are escaped. */
export const proseFormats = ['text', 'markdown', 'latex', 'html', 'typst'] as const;
export type ProseFormat = (typeof proseFormats)[number];

export interface FillOptions {
  /** The format, by whose rules the filled-in numbers are escaped; default text. */
  readonly format?: ProseFormat | undefined;
  /** In Markdown and HTML, adds a comment with its name after each number, for `checkText`. Default false. */
  readonly anchors?: boolean | undefined;
}

/** A place in a template: `{{name}}` or `{{name:format}}`. `\{{` is a literal. */
const slot = /(\\?)\{\{([^{}]*)\}\}/g;

/** Decimals, significant digits, or per cent with decimals, after a colon: `4`, `3s`, `1%`. */
const formatPattern = /^(.*):\s*(?:(\d{1,2})|(\d{1,2})s|(\d{0,2})%)$/s;

/**
 * Fills `{{T4.2.Gov}}` and `{{T4.2.Gov:4}}` with the numbers of a study. After a colon are decimals (`4`), significant
 * digits (`3s`) or the decimals of a percentage (`1%`). `\{{` is a literal `{{`.
 *
 * @throws InputError `unknown-number` with line, column and the nearest name, `bad-template`, `bad-value`
 */
export function fillTemplate(
  template: string,
  numbers: StudyNumbers,
  options: FillOptions = {},
): string {
  checkTexts('fillTemplate', template, numbers);
  options = checkKeys('fillTemplate', { format: oneOf(proseFormats), anchors: flag }, options);
  return readable(() => filled(template, numbers, options));
}

/** Characters that would end a comment, and code that knitr and Quarto execute even in comments. */
const notInComment = /[<>]|`r[ #]/;

function filled(
  template: string,
  numbers: StudyNumbers,
  { format = 'text', anchors = false }: FillOptions,
): string {
  const placeAt = linesOf(template);
  checkClosed(template, placeAt);
  return template.replace(slot, (whole, escape: string, inside: string, offset: number) => {
    if (escape !== '') return whole.slice(1);
    const name = inside.trim();
    const text = writtenAs(numbers, name);
    if (text === undefined) {
      const place = placeAt(offset);
      throw new InputError(placed(place, unknownAt(place, numbers, name)));
    }
    const hasComments = format === 'markdown' || format === 'html' || format === 'text';
    const isAnchored = anchors && hasComments && !notInComment.test(name);
    return escaped[format](text) + (isAnchored ? `<!--${name}-->` : '');
  });
}

export function checkTexts(subject: string, text: unknown, numbers: unknown): void {
  if (typeof text !== 'string') throw badArgument(subject, 'text', aText(), text);
  if (!isKeyed(numbers)) throw badArgument(subject, 'numbers', numbersOfStudy(), numbers);
}

function checkClosed(template: string, placeAt: ReturnType<typeof linesOf>): void {
  const rest = template.replace(slot, (whole) => ' '.repeat(whole.length));
  const open = /(?<!\\)\{\{/.exec(rest);
  if (open === null) return;
  const place = placeAt(open.index);
  throw new InputError(placed(place, openTemplate({ ...place })));
}

const escaped: Readonly<Record<ProseFormat, (text: string) => string>> = {
  text: (text) => text,
  markdown: escapedMarkdown,
  latex: (text) =>
    escapedLatex(text).replace(/\\text(less|greater)\{\}/g, (_, side: string) => sides[side]!),
  html: escapedHtml,
  typst: escapedTypst,
};

/** Characters that LaTeX sets alike in text and in formulas. */
const sides: Readonly<Record<string, string>> = {
  less: '\\ensuremath{<}',
  greater: '\\ensuremath{>}',
};

export const escapedProse = (format: ProseFormat, text: string) => escaped[format](text);

/** A number in the format that its name requests; undefined for an unknown name. */
export function writtenAs(numbers: StudyNumbers, name: string): string | undefined {
  const plain = numberNamed(numbers, name);
  if (plain !== undefined) return plain.text;
  const [, base, decimals, significant, percent] = formatPattern.exec(name) ?? [];
  const number = base === undefined ? undefined : numberNamed(numbers, base.trim());
  if (number === undefined) return undefined;
  if (percent !== undefined) return `${formatted(number, Number(percent), 100)}%`;
  if (significant === undefined) return formatted(number, Number(decimals), 1);
  return formatted(number, { significant: Math.max(1, Number(significant)) }, 1);
}

/** Formats a number; words are unchanged. */
function formatted({ text, value }: StudyNumber, digits: Digits, factor: number): string {
  return value === null ? text : shown(value * factor, digits);
}
