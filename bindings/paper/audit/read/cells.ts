/** The content of a cell: a number with stars, and numbers in brackets, after it or alone. */
import { raised } from '../letters.js';
import { readPrinted } from '../printed.js';

/** How a number is set off from the coefficient; `below` is a number without brackets on a separate line. */
export type Enclosing = 'parentheses' | 'brackets' | 'braces' | 'below';

/** A number, or an interval, in brackets. */
export interface Group {
  readonly enclosing: Enclosing;
  readonly number: string;
  /** The upper end of an interval. */
  readonly high?: string;
  readonly stars: string;
}

export interface ReadCell {
  readonly kind: 'number' | 'enclosed' | 'empty' | 'words';
  readonly number: string;
  readonly stars: string;
  readonly groups: readonly Group[];
  /** Text after the number in the same cell, such as `(df = 1; 148)`. */
  readonly rest: string;
}

/** Longer cells are words, so patterns need not scan long texts. */
const longest = 160;

const starred =
  /^([<>]?\s*[-+\u2212\u2013]?\s?(?:\d[\d.,\u2009 ']*|\.\d+)(?:e[-+\u2212]?\d+)?\s*%?)\s*([\u1d43\u1d47\u1d9c]|[*+\u2020\u2021]*)\s*(.*)$/i;
const group = /([([{])\s*([^()[\]{}]*?)\s*[)\]}]\s*([*+\u2020\u2021]*)/g;
const enclosings: Readonly<Record<string, Enclosing>> = {
  '(': 'parentheses',
  '[': 'brackets',
  '{': 'braces',
};
const nothing = { number: '', stars: '', groups: [], rest: '' };

/** `-`, `(.)` and rules of dashes are not numbers. */
const blank = /^(?:[([]\s*[-\u2013\u2014.]?\s*[)\]]|[-\u2013\u2014.]|[-_=\u2014\u2500]{2,})?$/;

export function readCell(text: string): ReadCell {
  const plain = text.trim();
  if (plain.length > longest) return { kind: 'words', ...nothing };
  if (blank.test(plain)) return { kind: 'empty', ...nothing };
  const alone = groupsOf(plain);
  if (alone.length > 0) {
    const [{ number, stars }] = alone as [Group];
    return { kind: 'enclosed', number, stars, groups: alone, rest: '' };
  }
  const match = starred.exec(withRaisedLetter(plain));
  const [, written = '', stars = '', rest = ''] = match ?? [];
  const [number, mark] = withoutDot(written.trim(), stars);
  // Words such as 2SLS and 1990-2000 begin with a number.
  if (match === null || !/^(?:[([{]|$)/.test(rest) || !isNumber(number)) {
    return { kind: 'words', ...nothing };
  }
  return { kind: 'number', number, stars: mark, groups: groupsOf(rest), rest };
}

/** `0.50ᵃ` for `0.50a`: a letter right behind decimals is a mark. */
const withRaisedLetter = (text: string) =>
  text.replace(
    /^([^a-z]*\d[.,]\d+)([abc])(?=$|\s*[([{])/,
    (_, number: string, letter: string) => number + raised(letter),
  );

/** Removes the point after a number, with which R marks a level. */
function withoutDot(number: string, stars: string): [number: string, stars: string] {
  return stars === '' && /\d[.,]\d+\s?\.$/.test(number)
    ? [number.slice(0, -1).trim(), '.']
    : [number, stars];
}

/** The groups of a text that consists only of groups of numbers; otherwise none. */
function groupsOf(text: string): Group[] {
  if (!/^[([{]/.test(text)) return [];
  const groups: Group[] = [];
  let end = 0;
  for (const match of text.matchAll(group)) {
    const [whole, open = '', inside = '', stars = ''] = match;
    const read = insideOf(inside);
    if (text.slice(end, match.index).trim() !== '' || read === undefined) return [];
    groups.push({ enclosing: enclosings[open]!, ...read, stars });
    end = match.index + whole.length;
  }
  return text.slice(end).trim() === '' ? groups : [];
}

function insideOf(text: string): Pick<Group, 'number' | 'high'> | undefined {
  const named = /^(?:se|s\.e\.|t|z|p)\s*[=:]\s*/i.exec(text)?.[0] ?? '';
  const number = text.slice(named.length);
  if (isNumber(number)) return { number };
  const ends = rangeIn(text);
  return ends === undefined ? undefined : { number: ends[0], high: ends[1] };
}

/** The ends of `0.1, 0.4`, `0,1; 0,4`, `0.1 to 0.4` or `0.1 – 0.4`. */
export function rangeIn(text: string): readonly [low: string, high: string] | undefined {
  const parts =
    splitAt(text, ';') ??
    splitAt(text, ' to ') ??
    splitAt(text, / [-\u2013\u2014\u2212~] /) ??
    splitAt(text, /(?<=\d)[-\u2013\u2014](?=[-\u2212]?[\d.])/) ??
    splitAt(text, ', ') ??
    splitAt(text, ',');
  return parts?.every(isNumber) === true ? parts : undefined;
}

function splitAt(text: string, mark: string | RegExp): [string, string] | undefined {
  const parts = text.split(mark).map((part) => part.trim());
  return parts.length === 2 ? (parts as [string, string]) : undefined;
}

function isNumber(text: string): boolean {
  return readPrinted(text) !== undefined;
}
