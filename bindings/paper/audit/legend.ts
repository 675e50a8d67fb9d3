/** The legend of stars below a table. */
import { withRaisedLetters } from './letters.js';

/** `*`, `**`, `+`, daggers, or the point of R in quotes. */
const mark = /\*+|[+\u2020\u2021\u1d43\u1d47\u1d9c]|(?<=['\u2018"])\.(?=['\u2019"])/.source;
/** `0.05`, `.05`, `0,05`, `5`, with or without a percent sign. */
const level = /(?:\d+,\d+|(?<=[<≤=:]\s?),\d+|\d*\.\d+|\d+)\s*(?:%|％|per\s?cent)?/.source;
const token = new RegExp(`(?<mark>${mark})|(?<level>${level})`, 'gi');

interface Token {
  readonly kind: 'mark' | 'level';
  readonly text: string;
  /** What is between it and the token before. */
  readonly gap: string;
}

/** Between the items of a list, such as `***, ** and *` or `1% (5%, 10%)`. */
const listed =
  /^['\u2018\u2019"]?[\s,;、/&()（）]*(?:and|or|和|及|与)?[\s,;、/&()（）]*['\u2018\u2019"]?$/i;
/** Between a mark and its level. */
const paired =
  /^['\u2018\u2019"]?\s*(?:[:=]\s*)?(?:\(\s*)?(?:p\S{0,8}\s*(?:values?)?\s*)?(?:<=?|≤|\\leq?|=|at|less than|below)?\s*(?:the\s*)?$/i;
/** Words between marks and levels, in one sentence. */
const worded = /^[^.;；。*+\d]{0,90}$/;

/**
 * Levels by mark, of `* p < 0.1, ** p < 0,05`, `***: 0.01`, `* significant at 10%`, `'*' 0.05` and `***, ** and *
 * denote the 1%, 5% and 10% levels`. Empty if the words do not give ordered levels.
 */
export function readLegend(text: string): ReadonlyMap<string, number> {
  const legend = new Map<string, number>();
  for (const sentence of withRaisedLetters(text)
    .replace(/[^\S\n]+/g, ' ')
    .split(/\n|[;；。](?!\s*[*+\u2020\u2021\u1d43\u1d47\u1d9c])/)) {
    const pairs = pairsOf(tokensOf(sentence.slice(0, 2000)));
    if (pairs === undefined) return new Map();
    for (const [stars, value] of pairs) if (!legend.has(stars)) legend.set(stars, value);
  }
  return isOrdered(legend) ? legend : new Map();
}

/** Marks, and numbers that may be levels. Stars and plus signs between words, as in `x*z`, are not marks. */
function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of sentence.matchAll(token)) {
    const { mark: stars, level: number } = match.groups!;
    const before = sentence.charAt(match.index - 1);
    if (/[a-z_]/i.test(before) && (number !== undefined || /^[*+]$/.test(stars!))) continue;
    const text = stars ?? number!;
    tokens.push({
      kind: stars === undefined ? 'level' : 'mark',
      text,
      gap: sentence.slice(end, match.index),
    });
    end = match.index + text.length;
  }
  return tokens;
}

type Pair = readonly [stars: string, level: number];

/**
 * Pairs a run of marks with the run of levels after it, or a single mark with its level. Undefined for runs that do not
 * match.
 */
function pairsOf(tokens: readonly Token[]): Pair[] | undefined {
  const pairs: Pair[] = [];
  for (let i = 0; i < tokens.length;) {
    const marks = runOf(tokens, i, 'mark');
    const levels = runOf(tokens, i + marks.length, 'level');
    const gap = levels[0]?.gap ?? '';
    if (marks.length > 1 && levels.length === marks.length && worded.test(gap)) {
      const isPercent = levels.some(({ text }) => /%|％|cent/i.test(text));
      pairs.push(...marks.map((one, j) => pairOf(one, levels[j]!, isPercent)));
      i += 2 * marks.length;
    } else if (marks.length > 0 && levels.length > 0 && connects(gap, marks.at(-1)!, levels[0]!)) {
      if (marks.length > 1) return undefined;
      pairs.push(pairOf(marks[0]!, levels[0]!, false));
      i += 2;
    } else i += Math.max(1, marks.length);
  }
  return pairs.filter(([, value]) => value > 0 && value < 0.5);
}

function runOf(tokens: readonly Token[], from: number, kind: Token['kind']): Token[] {
  let end = from;
  while (tokens[end]?.kind === kind && (end === from || listed.test(tokens[end]!.gap))) end++;
  return tokens.slice(from, end);
}

/** Words may come between a star and its level; after other marks only words of a legend may. */
function connects(gap: string, { text }: Token, { text: number }: Token): boolean {
  if (paired.test(gap)) return /[.,]|%|％|cent/i.test(number) || /[<≤:=]/.test(gap);
  const isWorded = text.startsWith('*') || /^\s*(?:signif|denot|indic|stat|means|表示)/i.test(gap);
  return isWorded && worded.test(gap) && /%|％|cent|^0?[.,]\d/i.test(number);
}

function pairOf({ text: stars }: Token, { text }: Token, isPercent: boolean): Pair {
  const value = Number(text.replace(/[^\d.,]/g, '').replace(',', '.'));
  return [stars, isPercent || /%|％|cent/i.test(text) || value >= 1 ? value / 100 : value];
}

/** True if more stars mean a stricter level. */
function isOrdered(legend: ReadonlyMap<string, number>): boolean {
  const stars = [...legend].filter(([one]) => one.startsWith('*'));
  return stars.every(([one, value]) =>
    stars.every(([other, limit]) => one.length >= other.length || value > limit),
  );
}
