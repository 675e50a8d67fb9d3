/** What the words below a table say: its legend of stars, its errors, its estimator. */

export type ErrorKind = 'classical' | 'robust' | 'cluster' | 'bootstrap' | 'windmeijer';

export interface TableNotes {
  /** Levels by number of stars; empty without a legend. */
  readonly legend: ReadonlyMap<number, number>;
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

export function readNotes(notes: string): TableNotes {
  const text = notes.replace(/\\([%*_&#$])/g, '$1').replace(/[＊∗⁎]/g, '*');
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
    resampled: says(/bootstrap|permutation|randomi[sz]ation inference|jackknife|自助/i),
    severalOutcomes: says(/dependent variables?\b.*\b(columns?|differ|and)\b|outcomes? differ/i),
    periods: periods === null ? undefined : Number(periods[1] ?? periods[2]),
    text,
  };
}

/** Kinds of errors, the most particular first. */
const errorKinds: readonly (readonly [ErrorKind, RegExp])[] = [
  ['bootstrap', /bootstrap|自助/i],
  ['windmeijer', /windmeijer|corrected two-step/i],
  ['cluster', /cluster|聚类/i],
  ['robust', /robust|heterosk|HC[0-4]|white|newey|HAC|driscoll|稳健/i],
  [
    'classical',
    /classical|conventional|homosked|(?:ordinary|OLS|nonrobust) standard errors|普通标准误/i,
  ],
];

function errorsOf(text: string): ErrorKind | undefined {
  return errorKinds.find(([, pattern]) => pattern.test(text))?.[0];
}

function estimatorOf(text: string): TableNotes['estimator'] {
  if (/\bGMM\b|arellano|blundell|xtabond/i.test(text)) return 'gmm';
  return /2SLS|two-?stage|\bIV\b|instrument|LIML/i.test(text) ? 'iv' : undefined;
}

/** `* p < 0.1, ** p < 0.05`, or `***, ** and * denote significance at the 1%, 5% and 10% levels`. */
function readLegend(text: string): ReadonlyMap<number, number> {
  const single =
    /(\*+)\s*[:=]?\s*(?:\$)?[pP](?:-?value)?\s*(?:<=|<|≤|\\leq?)\s*(?:\$)?(\d*\.\d+|\d+\s*%)/g;
  const pairs = [...text.matchAll(single)].map(
    ([, stars = '', level = '']) => [stars.length, levelOf(level)] as const,
  );
  if (pairs.length > 0) return new Map(pairs);
  const listed =
    /((?:\*+\s*(?:[,、;/]|and|,\s*and)?\s*){1,4})[^*%\d]*((?:\d+(?:\.\d+)?\s*%?\s*(?:[,、;/]|and|,\s*and)?\s*){1,4})/;
  const match = listed.exec(text);
  if (match === null) return new Map();
  const stars = match[1]!.match(/\*+/g) ?? [];
  const levels = match[2]!.match(/\d+(?:\.\d+)?\s*%?/g) ?? [];
  if (stars.length !== levels.length) return new Map();
  return new Map(stars.map((star, i) => [star.length, levelOf(levels[i]!)]));
}

function levelOf(text: string): number {
  const value = Number(text.replace('%', ''));
  return text.includes('%') || value >= 1 ? value / 100 : value;
}
