/** What the words below a table say: its legend of stars, its errors, its estimator. */

export type ErrorKind = 'classical' | 'robust' | 'cluster' | 'bootstrap' | 'windmeijer';

export interface TableNotes {
  /** Levels by mark, such as `**`; empty without a legend. */
  readonly legend: ReadonlyMap<string, number>;
  readonly errors: ErrorKind | undefined;
  readonly estimator: 'iv' | 'gmm' | undefined;
  /** Absorbed effects, with which programs count degrees of freedom in several ways. */
  readonly absorbed: boolean;
  /** The level of intervals, such as 0.95. */
  readonly level: number | undefined;
  /** Whether the columns are parts of one sample. */
  readonly split: boolean;
  readonly oneSided: boolean;
  /** Odds ratios and the like: intervals are not centred, t is not coef / se. */
  readonly exponentiated: boolean;
  /** Whether p-values, stars and intervals come from resampling. */
  readonly resampled: boolean;
  /** Whether the columns have outcomes of their own. */
  readonly severalOutcomes: boolean;
  readonly periods: number | undefined;
  readonly text: string;
}

/**
 * Reads notes. With a column, parts such as `(1), (3): conventional` count only for the columns that they name; warnings
 * of a program count for none.
 */
export function readNotes(notes: string, column?: string): TableNotes {
  const text = ofColumn(notes.replace(/\\([%*_&#$])/g, '$1').replace(/[＊∗⁎]/g, '*'), column);
  const says = (pattern: RegExp): boolean => pattern.test(text);
  const level = /(\d{2}(?:\.\d+)?)\s*%\s*(?:confidence|CI|interval|置信)/i.exec(text)?.[1];
  const periods = /(\d+)\s*(?:periods|years|waves)|\bT\s*=\s*(\d+)/i.exec(text);
  return {
    legend: readLegend(text),
    errors: errorsOf(text),
    estimator: estimatorOf(text),
    absorbed: says(/fixed effects?|within|absorb|固定效应/i),
    level: level === undefined ? undefined : Number(level) / 100,
    split: says(/split|subsample|subgroup|分组|分样本/i),
    oneSided: says(/one-?\s?(sided|tailed)|单侧|单尾/i),
    exponentiated: says(/odds ratio|hazard ratio|incidence.rate|exponentiated/i),
    resampled: says(
      /bootstrap(ped)?\b(?! weights)|permutation|randomi[sz]ation inference|jackknife|自助/i,
    ),
    severalOutcomes: says(/dependent variables?\b.*\b(columns?|differ|and)\b|outcomes? differ/i),
    periods: periods === null ? undefined : Number(periods[1] ?? periods[2]),
    text,
  };
}

/** The parts of the notes that are about a column, or about all. */
function ofColumn(text: string, column: string | undefined): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(warning|警告|注意)/i.test(line))
    .flatMap((line) => line.split(/;|\.(?=\s|$)/))
    .map((part) => part.trim())
    .filter((part) => part !== '' && isAbout(part, column))
    .join('; ');
}

function isAbout(part: string, column: string | undefined): boolean {
  const heads = /^((?:\(\d+\)(?:\s*(?:,|and|to|-)\s*)?)+):/.exec(part)?.[1];
  if (heads === undefined || column === undefined) return true;
  return (heads.match(/\d+/g) ?? []).some((head) => head === column);
}

/** Kinds of errors, the most particular first. */
const errorKinds: readonly (readonly [ErrorKind, RegExp])[] = [
  ['bootstrap', /bootstrap|自助/i],
  ['windmeijer', /windmeijer|corrected two-step/i],
  ['cluster', /cluster|聚类/i],
  ['robust', /robust|heterosk|HC[0-4]|white|newey|HAC|driscoll|稳健/i],
  [
    'classical',
    /classical|conventional|unadjusted|homosked|(?:ordinary|OLS|nonrobust) standard errors|普通标准误/i,
  ],
];

function errorsOf(text: string): ErrorKind | undefined {
  return errorKinds.find(([, pattern]) => pattern.test(text))?.[0];
}

function estimatorOf(text: string): TableNotes['estimator'] {
  if (/\bGMM\b|arellano|blundell|xtabond/i.test(text)) return 'gmm';
  return /2SLS|two-?stage|\bIV\b|instrument|LIML/i.test(text) ? 'iv' : undefined;
}

const mark = /\*+|\+|\u2020|\u2021/.source;
const number = /\d*\.\d+|\d+(?:\.\d+)?\s*%?/.source;
const separator = /\s*(?:[,\u3001;/]|,?\s*and|,?\s*\u548c)?\s*/.source;

/** `* p < 0.1, ** p < 0.05`, `***: 0.01, **: 0.05`, or `***, ** and * denote the 1%, 5% and 10% levels`. */
function readLegend(text: string): ReadonlyMap<string, number> {
  const single = new RegExp(
    `(${mark})\\s*(?:(?:[:=]\\s*)?[pP](?:-?value)?\\s*(?:<=?|≤|\\\\leq?)|:)\\s*(${number})`,
    'g',
  );
  const pairs = [...text.matchAll(single)].map(
    ([, stars = '', level = '']) => [stars, levelOf(level)] as const,
  );
  if (pairs.length > 0) return new Map(pairs);
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
