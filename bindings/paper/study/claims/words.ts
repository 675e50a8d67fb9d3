/** Numbers and tests as the reasons of a verdict write them. */
import type { Reference } from '../../../core/numerics/inference.js';
import { digits, pValue as usualP, statistic } from '../../../core/text/format.js';
import { fixed } from '../../../core/text/rounding.js';

/** Most decimals of a p-value that are needed to tell it from the level. */
const MOST_DECIMALS = 17;

/** `p = 0.031`, `p < 0.001`; with more decimals where three would hide on which side of the level it is. */
export function pWords(p: number, level: number): string {
  const text = usualP(p);
  if (text.startsWith('<')) {
    return level < 0.001 ? `p = ${digits(p, 3)}` : `p < ${text.slice(1)}`;
  }
  let shown = text;
  for (let decimals = 4; sides(Number(shown), level) !== sides(p, level); decimals++) {
    if (decimals > MOST_DECIMALS) break;
    shown = fixed(p, decimals);
  }
  return `p = ${shown}`;
}

const sides = (p: number, level: number) => Math.sign(p - level);

/** `below 0.05`, `not below 0.05`. */
export const belowWords = (p: number, level: number) =>
  `${p < level ? 'below' : 'not below'} ${level}`;

/** `t(29)`, `z`. */
export function referenceWords({ statistic: kind, df }: Reference): string {
  return kind === 't' ? `t(${dfWords(df)})` : 'z';
}

export const dfWords = (df: number) => (Number.isInteger(df) ? String(df) : digits(df, 3));

/** `t(29) = 3.10`. */
export const statWords = (stat: number, reference: Reference) =>
  `${referenceWords(reference)} = ${statistic(stat)}`;

/** `H1`, and the models of a claim: `T4.2`, `T4.2 and T5.3`. */
export const percentWords = (level: number) => `${Number((100 * (1 - level)).toPrecision(12))}%`;
