/** Numbers and tests as the sentences of verdicts write them in every language. */
import { digits, errorFormat, pValue as usualP, statistic } from './text/format.js';
import { fixed } from './text/rounding.js';
import type { Compared, Decided } from './vocabulary/claims.js';

/** Most decimals of a p-value that are needed to tell it from the level. */
const MOST_DECIMALS = 17;

/** `p = 0.031`, `p < 0.001`; with more decimals where three would hide on which side of the level it is. */
export function pText({ pValue: p, level }: Decided): string {
  const text = usualP(p);
  if (text.startsWith('<')) {
    return level < 0.001 ? `p = ${digits(p, 3)}` : `p < ${text.slice(1)}`;
  }
  let shown = text;
  for (let decimals = 4; side(Number(shown), level) !== side(p, level); decimals++) {
    if (decimals > MOST_DECIMALS) break;
    shown = fixed(p, decimals);
  }
  return `p = ${shown}`;
}

const side = (p: number, level: number) => Math.sign(p - level);

/** `t(29)`, `z`. */
export const referenceText = ({ df }: Compared) => (df === undefined ? 'z' : `t(${dfText(df)})`);

const dfText = (df: number) => (Number.isInteger(df) ? String(df) : digits(df, 3));

/** `t(29) = 3.10`. */
export const statText = (stat: number, compared: Compared) =>
  `${referenceText(compared)} = ${statistic(stat)}`;

/** `F(2, 10.8)`, `chi2(2)`. */
export function jointText([first, second]: readonly number[]): string {
  return second === undefined ? `chi2(${first})` : `F(${first}, ${dfText(second)})`;
}

/** `95%`, of the level of a test. */
export const confidence = (level: number) => `${Number((100 * (1 - level)).toPrecision(12))}%`;

/** `5%`, of the level of a test. */
export const significance = (level: number) => `${Number((100 * level).toPrecision(12))}%`;

/** `8.3%`. */
export const share = (size: number) => `${Number((100 * size).toFixed(1))}%`;

/** An estimate with the decimals of its standard error. */
export function estimateText({ estimate, stdError }: Written): string {
  return errorFormat([estimate, stdError ?? NaN])(estimate);
}

interface Written {
  readonly estimate: number;
  readonly stdError: number | null;
}

/** `t(47) = 2.85`, `statistic = 2.85`: a difference's statistic, if it has one; `other` is a word for one without a name. */
export function differenceStat(
  { stat, statistic: kind, df }: DifferenceStat,
  other: string,
): string | undefined {
  if (stat === null) return undefined;
  const name = kind === 't' && df !== null ? referenceText({ df }) : (kind ?? other);
  return `${name} = ${statistic(stat)}`;
}

interface DifferenceStat {
  readonly stat: number | null;
  readonly statistic: string | null;
  readonly df: number | null;
}

/** `[0.1, 0.3]`, `0.2 ± 0.1`. */
export function bandText(band: Band): string {
  if ('value' in band) return `${band.value} ± ${band.width}`;
  const [low, high] = band.map((end) => Number(end.toPrecision(12)));
  return `[${low}, ${high}]`;
}

type Band = readonly [number, number] | { readonly value: number; readonly width: number };

/** `[0.012, 0.340]`, with the decimals of the standard error. */
export function intervalText(
  [low, high]: readonly [number, number],
  { estimate, stdError }: Written,
): string {
  const shown = errorFormat([estimate, stdError ?? NaN]);
  return `[${shown(low)}, ${shown(high)}]`;
}
