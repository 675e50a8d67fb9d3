/** How a table is printed: what is below coefficients, in which brackets, the stars, the digits. */
import type { Draw } from './numbers/draw.js';
import type { Study } from './studies/study.js';

export type Quantity = 'se' | 't' | 'z' | 'p' | 'ci';
export type Bracket = '(' | '[' | '{';

export interface Below {
  readonly quantity: Quantity;
  readonly bracket: Bracket;
}

export interface Style {
  readonly below: readonly Below[];
  /** Levels by mark; none without stars. */
  readonly legend: Readonly<Record<string, number>>;
  readonly decimal: '.' | ',';
  /** Of coefficients and errors. */
  readonly number: (value: number) => string;
  /** Of t, z and statistics of fit. */
  readonly statistic: (value: number) => string;
  readonly p: (value: number) => string;
  readonly count: (value: number) => string;
  /** Whether intercepts and ancillary parameters have stars as slopes do. */
  readonly starsAll: boolean;
}

const legends: readonly Readonly<Record<string, number>>[] = [
  { '***': 0.01, '**': 0.05, '*': 0.1 },
  { '***': 0.01, '**': 0.05, '*': 0.1 },
  { '***': 0.001, '**': 0.01, '*': 0.05 },
  { '***': 0.001, '**': 0.01, '*': 0.05, '+': 0.1 },
  { '**': 0.01, '*': 0.05 },
  { '***': 0.001, '**': 0.01, '*': 0.05, '†': 0.1 },
];

/** Rounds the number itself, ties to even where it is one; `toFixed` does. */
function writers(draw: Draw): (value: number) => string {
  const digits = draw.pick([3, 3, 3, 2, 4]);
  return draw.pick<(value: number) => string>([
    (value) => value.toFixed(digits),
    (value) => value.toFixed(digits),
    (value) => value.toFixed(digits),
    (value) => significant(value, 3),
    (value) => String(Number(value.toFixed(digits + 1))),
    (value) => value.toFixed(digits).replace(/^(-?)0\./, '$1.'),
  ]);
}

function significant(value: number, digits: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(8, Math.max(0, digits - 1 - size)));
}

export function withoutMinusZero(text: string): string {
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

export interface Limits {
  /** What the program prints below coefficients; all without. */
  readonly below?: readonly (readonly Below[])[];
  readonly legends?: readonly Readonly<Record<string, number>>[];
  readonly decimals?: readonly ('.' | ',')[];
}

export const inParentheses = (quantity: Quantity): Below => ({ quantity, bracket: '(' });
export const inBrackets = (quantity: Quantity): Below => ({ quantity, bracket: '[' });

// prettier-ignore
const anyBelow: readonly (readonly Below[])[] = [
  [inParentheses('se')], [inParentheses('se')], [inParentheses('t')], [inBrackets('se')],
  [inParentheses('p')], [inBrackets('ci')], [inParentheses('se'), inBrackets('p')],
  [inParentheses('se'), inBrackets('t')],
    [inParentheses('t'), inBrackets('p')],
  [inParentheses('p'), inBrackets('se')],
    [inParentheses('se'), inBrackets('ci')],
  [inBrackets('t')], [inParentheses('t'), inBrackets('se')],
];

export function styleOf(draw: Draw, study: Study, limits: Limits = {}): Style {
  const usesZ = study.fits.every(({ law }) => law === 'z');
  const below = draw
    .pick(limits.below ?? anyBelow)
    .map((one): Below => (one.quantity === 't' && usesZ ? { ...one, quantity: 'z' } : one));
  const decimal = draw.pick<'.' | ','>(limits.decimals ?? ['.', '.', '.', '.', ',']);
  const mark = (of: (value: number) => string) => (value: number) =>
    withoutMinusZero(of(value)).replace('.', decimal);
  const pDigits = draw.pick([3, 3, 2, 4]);
  const tDigits = draw.pick([2, 2, 3]);
  const groups = draw.pick<(value: number) => string>([
    String,
    (value) => grouped(value, decimal === ',' ? '.' : ','),
  ]);
  return {
    below,
    legend: draw.chance(0.92) ? draw.pick(limits.legends ?? legends) : {},
    decimal,
    number: mark(writers(draw)),
    statistic: mark((value) => value.toFixed(tDigits)),
    p: mark((value) => value.toFixed(pDigits)),
    count: groups,
    starsAll: draw.chance(0.5),
  };
}

function grouped(value: number, separator: string): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** The strictest mark of a p-value. */
export function starsOf(p: number, legend: Style['legend']): string {
  const marks = Object.entries(legend).filter(([, level]) => p < level);
  return marks.sort(([, a], [, b]) => a - b)[0]?.[0] ?? '';
}
