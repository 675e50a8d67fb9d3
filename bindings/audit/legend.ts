/** The legend of stars below a table. */

const mark = /\*+|\+|\u2020|\u2021/.source;
const number = /\d*\.\d+|\d+(?:\.\d+)?\s*%?/.source;
const separator = /\s*(?:[,\u3001;/]|,?\s*and|,?\s*\u548c)?\s*/.source;

/** A mark and its level, in the words of tables: `* p < 0.1`, `***: 0.01`, `*** = 1%`, `* significant at 10%`, `'*' 0.05`. */
const singles: readonly RegExp[] = [
  new RegExp(
    `(${mark})\\s*(?:(?:[:=]\\s*)?[pP](?:-?values?)?\\s*(?:<=?|≤|\\\\leq?)|:|=)\\s*(${number})`,
    'g',
  ),
  /(\*+)\s*,?\s*(?:denotes?|indicates?|represents?|means?|is|signif\w*|stat\w*|表示)[^*\d]{0,45}(\d+(?:\.\d+)?\s*%|0?\.\d+)/gi,
  /['\u2018](\*+)['\u2019]\s*(\d*\.\d+)/g,
];

/** Levels by mark; also of `***, ** and * denote the 1%, 5% and 10% levels`. */
export function readLegend(text: string): ReadonlyMap<string, number> {
  for (const single of singles) {
    const pairs = [...text.matchAll(single)].map(
      ([, stars = '', level = '']) => [stars, levelOf(level)] as const,
    );
    if (pairs.length > 0) return new Map(pairs);
  }
  const marks = `(?:(?:${mark})${separator}){2,4}`;
  const levels = `(?:(?:${number})${separator}){2,4}`;
  const match = new RegExp(`(${marks})[^*+%\\d]*(${levels})`).exec(text);
  if (match === null) return new Map();
  const stars = match[1]!.match(new RegExp(mark, 'g')) ?? [];
  const values = match[2]!.match(new RegExp(number, 'g')) ?? [];
  if (stars.length !== values.length) return new Map();
  return new Map(stars.map((star, i) => [star, levelOf(values[i]!)]));
}

function levelOf(text: string): number {
  const value = Number(text.replace('%', ''));
  return text.includes('%') || value >= 1 ? value / 100 : value;
}
