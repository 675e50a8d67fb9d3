/** Numbers as printed, and the intervals that they represent. */
import type { Range } from './range.js';

/**
 * Ways in which a table may have been rounded. A check fails only if it fails under each; all numbers of a check are
 * rounded the same way.
 */
export const roundings = ['nearest', 'toward-zero', 'away-from-zero', 'down', 'up'] as const;
export type Rounding = (typeof roundings)[number];

export interface Printed {
  readonly text: string;
  readonly value: number;
  /** The unit of the last printed digit. */
  readonly unit: number;
  /** `<` of a text such as `<0.001`. */
  readonly bound?: '<' | '>';
  /** A whole number without decimals. */
  readonly whole: boolean;
}

const pattern = /^([<>]?)\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?\s*(%?)$/i;

/**
 * Reads a printed number; undefined for other texts. Commas separate thousands, or are decimal commas if `decimal` says
 * so.
 */
export function readPrinted(text: string, decimal: '.' | ',' = '.'): Printed | undefined {
  const match = pattern.exec(normalised(decimal === ',' ? pointed(text) : text));
  if (match === null) return undefined;
  return numberOf(text, match.slice(1));
}

function numberOf(
  text: string,
  [bound = '', sign = '', whole = '', decimals = '', written = '0', percent = '']: readonly (
    string | undefined
  )[],
): Printed | undefined {
  if (whole === '' && decimals === '') return undefined;
  const exponent = Number(written) - (percent === '' ? 0 : 2);
  const power = exponent - decimals.length;
  const value = Number(`${sign}${whole || '0'}.${decimals || '0'}e${exponent}`);
  const unit = Number(`1e${power}`);
  if (!Number.isFinite(value)) return undefined;
  const isWhole = decimals === '' && exponent === 0;
  return {
    text,
    value,
    unit,
    whole: isWhole,
    ...(bound !== '' && { bound: bound as '<' | '>' }),
  };
}

/** A number with a comma for decimals, with a point instead. */
function pointed(text: string): string {
  return text.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
}

function normalised(text: string): string {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013\uFE63\uFF0D]/g, '-')
    .replace(/(\d)[\u00A0\u2009\u202F '\u2019](?=\d{3}(?:\D|$))/g, '$1')
    .replace(/^([<>])\s*/, '$1');
  if (!plain.includes(',')) return plain;
  const grouped = /^[<>]?[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(plain);
  if (grouped) return plain.replaceAll(',', '');
  return plain.includes('.') ? plain : plain.replace(',', '.');
}

/** The numbers that print like this under a rounding. */
export function rangeOf(printed: Printed, rounding: Rounding): Range {
  const { value, unit, bound } = printed;
  if (bound === '<') return { low: -Infinity, high: value };
  if (bound === '>') return { low: value, high: Infinity };
  const negative = value < 0 || printed.text.trim().startsWith('-');
  switch (rounding) {
    case 'nearest':
      return { low: value - unit / 2, high: value + unit / 2 };
    case 'toward-zero':
      if (value === 0) return { low: -unit, high: unit };
      return negative ? { low: value - unit, high: value } : { low: value, high: value + unit };
    case 'away-from-zero':
      return negative ? { low: value, high: value + unit } : { low: value - unit, high: value };
    case 'down':
      return { low: value, high: value + unit };
    case 'up':
      return { low: value - unit, high: value };
  }
}

/**
 * The end that the interval does not include: a truncated number, for example, is below the next one. Rounding to the nearest
 * includes both ends, because halves may go up, down or to the even digit.
 */
export function openEnd(printed: Printed, rounding: Rounding): 'low' | 'high' | undefined {
  const { low, high } = rangeOf(printed, rounding);
  if (rounding === 'nearest' || !Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  if (rounding === 'toward-zero' && printed.value === 0) return undefined;
  return low === printed.value ? 'high' : 'low';
}

/** True if some number that prints like this is between the bounds, which belong to the range. */
export function canBeIn(printed: Printed, allowed: Range, rounding: Rounding): boolean {
  const { low, high } = rangeOf(printed, rounding);
  const open = openEnd(printed, rounding);
  const isHighEnough = open === 'high' ? high > allowed.low : high >= allowed.low;
  return isHighEnough && (open === 'low' ? low < allowed.high : low <= allowed.high);
}
