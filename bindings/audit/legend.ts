/** The legend of stars below a table. */

const mark = /\*+|\+|\u2020|\u2021/.source;
const number = /\d*\.\d+|\d+(?:\.\d+)?\s*%?/.source;
const separator = /\s*(?:,?\s*(?:and|&|\u548c)|[,\u3001;/])?\s*/.source;

/** A mark and its level, in the words of tables: `* p < 0.1`, `***: 0.01`, `*** = 1%`, `* significant at 10%`, `'*' 0.05`. */
const first = new RegExp(
  `(${mark})\\s*(?:(?:[:=]\\s*)?[pP](?:-?values?)?\\s*(?:<=?|≤|\\\\leq?)|:|=)\\s*(${number})`,
  'g',
);
const quoted = /['\u2018](\*+)['\u2019]\s*(\d*\.\d+)/g;
const others: readonly RegExp[] = [
  /(?<!\*\s*[,\u3001;/]?\s*(?:and\s*)?)(\*+)\s*,?\s*(?:denotes?|indicates?|represents?|means?|is|signif\w*|stat\w*|表示)[^*\d]{0,45}(\d+(?:\.\d+)?\s*%|0?\.\d+)/gi,
  /(\*+)\s*(\d+(?:\.\d+)?\s*%)/g,
];

/** Levels by mark; also of `***, ** and * denote the 1%, 5% and 10% levels`. */
export function readLegend(text: string): ReadonlyMap<string, number> {
  const read = [
    () => pairsOf(text, first),
    () => pairsOf(text, quoted),
    () => listOf(text),
    ...others.map((one) => () => pairsOf(text, one)),
  ];
  for (const legend of read) {
    const pairs = legend();
    if (pairs.length > 0) return new Map(pairs);
  }
  return new Map();
}

type Pair = readonly [stars: string, level: number];

function pairsOf(text: string, pattern: RegExp): Pair[] {
  return [...text.matchAll(pattern)].map(([, stars = '', level = '']) => [stars, levelOf(level)]);
}

function listOf(text: string): Pair[] {
  const marks = `(?:(?:${mark})${separator}){2,4}`;
  const levels = `(?:(?:${number})${separator}){2,4}`;
  const match = new RegExp(`(${marks})[^*+%\\d]*(${levels})`).exec(text);
  if (match === null) return [];
  const stars = match[1]!.match(new RegExp(mark, 'g')) ?? [];
  const values = match[2]!.match(new RegExp(number, 'g')) ?? [];
  if (stars.length !== values.length) return [];
  return stars.map((star, i) => [star, levelOf(values[i]!)]);
}

function levelOf(text: string): number {
  const value = Number(text.replace('%', ''));
  return text.includes('%') || value >= 1 ? value / 100 : value;
}
