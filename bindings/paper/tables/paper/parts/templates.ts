/** The content of a term's lines, as templates such as `({stdError})`. */
import { termEntry } from '../../term-name.js';
import { InputError } from '../../../../core/errors/errors.js';
import { suggestionOf } from '../../../../data/nearest.js';
import type { FitResult } from '../../../../results/fit.js';
import { pValue as pText } from '../../../../words/text/format.js';
import { type Digits, isCoarse, shown, tiny, vanishes } from '../shown.js';
import { cellsAndBelow, notTemplate } from '../../../../words/errors/paper/tables.js';

type Pair = readonly [number, number];

/** What a table prints of a model, on the scale of the table. */
export type Shown = Pick<
  FitResult,
  'params' | 'stdErrors' | 'confInt' | 'statistics' | 'pValues' | 'bootstrap' | 'omitted'
>;

/** The number of one term; undefined where the model has none. */
type Read = (fit: Shown, term: string) => number | undefined;

/** A number of a term: its name in notes, its rounding, and where a result has it. */
interface Part {
  readonly word: BelowKind | 'estimate';
  readonly digits: 'estimate' | 'error' | 'p';
  readonly read: Read;
}

/** What a line below an estimate can show, and its template. */
const below = {
  stdError: '({stdError})',
  t: '({t})',
  z: '({z})',
  p: '[{p}]',
  interval: '[{low}, {high}]',
  bootstrapError: '({bootstrapError})',
  bootstrapInterval: '[{bootstrapLow}, {bootstrapHigh}]',
  wildP: '[{wildP}]',
  monteCarloError: '({monteCarloError})',
} as const;

export type BelowKind = keyof typeof below;
export const belowKinds = Object.keys(below) as readonly BelowKind[];

const bootstrapEnds = ({ bootstrap }: Shown, term: string): Pair | undefined =>
  termEntry(Object.values(bootstrap?.confInt ?? {})[0] ?? {}, term) as Pair | undefined;

const part = (word: Part['word'], digits: Part['digits'], read: Read): Part => ({
  word,
  digits,
  read,
});

const parts: Readonly<Record<string, Part>> = {
  estimate: part('estimate', 'estimate', ({ params }, term) => termEntry(params, term)),
  stdError: part('stdError', 'error', ({ stdErrors }, term) => termEntry(stdErrors, term)),
  t: part('t', 'error', ({ statistics }, term) => termEntry(statistics, term)),
  z: part('z', 'error', ({ statistics }, term) => termEntry(statistics, term)),
  p: part('p', 'p', ({ pValues }, term) => termEntry(pValues, term)),
  low: part('interval', 'error', ({ confInt }, term) => termEntry(confInt, term)?.[0]),
  high: part('interval', 'error', ({ confInt }, term) => termEntry(confInt, term)?.[1]),
  bootstrapError: part('bootstrapError', 'error', ({ bootstrap }, term) => {
    return bootstrap && termEntry(bootstrap.stdErrors, term);
  }),
  bootstrapLow: part('bootstrapInterval', 'error', (fit, term) => bootstrapEnds(fit, term)?.[0]),
  bootstrapHigh: part('bootstrapInterval', 'error', (fit, term) => bootstrapEnds(fit, term)?.[1]),
  wildP: part(
    'wildP',
    'p',
    ({ bootstrap }, term) => bootstrap && termEntry(bootstrap.pValues, term),
  ),
  monteCarloError: part('monteCarloError', 'error', ({ bootstrap }, term) => {
    return bootstrap && termEntry(bootstrap.monteCarloError, term);
  }),
};

const place = { of: 'table', key: 'cells' };

/** Stars are not a number; they follow an estimate. */
const STARS = 'stars';

export interface CellTemplate {
  readonly text: string;
  /** Names of the numbers, in order. */
  readonly names: readonly string[];
  readonly hasStars: boolean;
}

interface Lines {
  readonly below?: readonly BelowKind[] | undefined;
  readonly cells?: readonly string[] | undefined;
  readonly shape?: 'rows' | 'columns' | undefined;
}

/**
 * The templates of `cells`; by default the estimate with its stars and the lines of `below`, without brackets if each
 * has a column.
 *
 * @throws InputError `bad-value` for a template without a number, and for both keys
 */
export function templatesOf({ below: kinds, cells, shape }: Lines): readonly CellTemplate[] {
  if (cells === undefined) {
    const usual = (kinds ?? ['stdError']).map((kind) =>
      shape === 'columns' ? below[kind].replace(/[()[\]]/g, '') : below[kind],
    );
    return ['{estimate}{stars}', ...usual].map(templateOf);
  }
  if (kinds === undefined) return cells.map(templateOf);
  throw new InputError(cellsAndBelow({ path: 'table.cells' }), place);
}

function templateOf(text: string): CellTemplate {
  const names = [...text.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);
  const known = [...Object.keys(parts), STARS];
  const unknown = names.find((name) => !known.includes(name));
  const numbers = names.filter((name) => name !== STARS);
  if (unknown === undefined && numbers.length > 0) {
    return { text, names: numbers, hasStars: names.includes(STARS) };
  }
  const meant = unknown === undefined ? undefined : suggestionOf(unknown, known);
  throw new InputError(notTemplate({ path: 'table.cells', found: text, known, meant }), place);
}

/** Digits by the kind of a number. */
interface PartDigits {
  readonly estimate: Digits;
  readonly error: Digits;
}

/** The text of a cell, and the numbers behind it. */
export interface FilledCell {
  readonly text: string;
  readonly statistic: string;
  readonly value?: number;
  readonly values?: Readonly<Record<string, number>>;
  readonly stars?: string;
}

/** The cell of a term; undefined if the model lacks one of its numbers. */
export function filled(
  { text, names, hasStars }: CellTemplate,
  [fit, term]: readonly [Shown, string],
  digits: PartDigits,
  stars: string,
): FilledCell | undefined {
  const numbers = names.map((name) => parts[name]!.read(fit, term));
  if (numbers.some((number) => number === undefined)) return undefined;
  const values = Object.fromEntries(names.map((name, i) => [name, numbers[i]!]));
  const isTiny = isTinyTerm([fit, term], digits, stars);
  const printed = text.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === STARS ? stars : numberText(name, values[name]!, digits, isTiny),
  );
  return {
    text: printed.replace(/= ?<(?=\d)/g, '< '),
    ...(names.length === 1 ? { value: numbers[0]! } : { values }),
    ...(hasStars && { stars }),
    statistic: statisticName(names),
  };
}

/**
 * Whether the digits of a table leave nothing of the standard error of a coefficient, or of a coefficient whose stars
 * say that it is not zero.
 */
export function isTinyTerm(
  [fit, term]: readonly [Shown, string],
  digits: PartDigits,
  stars: string,
): boolean {
  const [estimate, error] = [parts['estimate']!, parts['stdError']!].map(({ read }) =>
    read(fit, term),
  );
  if (error !== undefined && vanishes(error, digits.error)) return true;
  return stars !== '' && estimate !== undefined && vanishes(estimate, digits.estimate);
}

/** Numbers that have the unit of the coefficient. */
const ofItsUnit: readonly string[] = [
  'estimate',
  'stdError',
  'interval',
  'bootstrapError',
  'bootstrapInterval',
  'monteCarloError',
];

function numberText(name: string, value: number, digits: PartDigits, isTiny: boolean): string {
  const { digits: kind, word } = parts[name]!;
  if (kind === 'p') return pText(value);
  const isLost = isTiny && ofItsUnit.includes(word) && isCoarse(value, digits[kind]);
  return isLost ? tiny(value) : shown(value, digits[kind]);
}

/** `interval` for both of its ends. */
function statisticName(names: readonly string[]): string {
  const words = names.map((name) =>
    /^(bootstrap)?(low|high)$/i.test(name) ? parts[name]!.word : name,
  );
  return [...new Set(words)].join(', ');
}

/** Where a line puts a number. */
export type Place = 'parentheses' | 'brackets' | 'same line' | 'line below';

export interface PlacedWord {
  readonly word: BelowKind;
  readonly place: Place;
}

/** What the lines show in addition to estimates, and in which place. */
export function placedWords(templates: readonly CellTemplate[]): PlacedWord[] {
  const all = templates.flatMap(({ text, names }): PlacedWord[] =>
    names.flatMap((name) => {
      const { word } = parts[name]!;
      return word === 'estimate' ? [] : [{ word, place: placeOf(text, name, names) }];
    }),
  );
  return all.filter(({ word }, i) => all.findIndex((placedWord) => placedWord.word === word) === i);
}

function placeOf(text: string, name: string, names: readonly string[]): Place {
  const before = text.slice(0, text.indexOf(`{${name}}`));
  const opens = (open: string, close: string) =>
    before.split(open).length > before.split(close).length;
  if (opens('(', ')')) return 'parentheses';
  if (opens('[', ']')) return 'brackets';
  return names.includes('estimate') ? 'same line' : 'line below';
}

/** The kinds of number on a line, for its heading. */
export function lineWords({ names }: CellTemplate): readonly (BelowKind | 'estimate')[] {
  return [...new Set(names.map((name) => parts[name]!.word))];
}
