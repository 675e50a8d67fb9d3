/** What the words below a table say: its legend of stars, its errors, its estimator. */
import { readLegend } from './legend.js';

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
  /** Odds ratios, standardised coefficients and the like: t is not coef / se. */
  readonly rescaled: boolean;
  /** Whether p-values, stars and intervals come from resampling, or are adjusted for several hypotheses. */
  readonly resampled: boolean;
  /** Whether intervals come from another law, such as sets of Anderson and Rubin. */
  readonly uncentred: boolean;
  /** Whether degrees of freedom may be few: several clusterings, surveys, periods as observations. */
  readonly fewDf: boolean;
  /** Whether the columns have outcomes of their own. */
  readonly severalOutcomes: boolean;
  readonly periods: number | undefined;
  readonly text: string;
}

/**
 * Reads notes. With a column, parts such as `(1), (3): conventional` count only for the columns that they name; warnings
 * of a program count for none.
 */
export function readNotes(notes: string, column?: string, heads = ''): TableNotes {
  const text = ofColumn(notes.replace(/\\([%*_&#$])/g, '$1').replace(/[＊∗⁎]/g, '*'), column);
  const says = (pattern: RegExp): boolean => pattern.test(text);
  const level = /(\d{2}(?:\.\d+)?)\s*%\s*(?:confidence|CI|interval|置信)/i.exec(text)?.[1];
  const periods = /(\d+)\s*(?:periods|years|waves)|\bT\s*=\s*(\d+)/i.exec(text);
  return {
    legend: readLegend(text),
    errors: errorsOf(text),
    estimator: estimatorOf(heads) ?? estimatorOf(text),
    absorbed: [text, heads].some((one) =>
      /fixed[\s-]*effects?|\bFEs?\b|within|absorb|固定效应|个体效应|时间效应/i.test(one),
    ),
    level: level === undefined ? undefined : Number(level) / 100,
    split: says(/split|subsample|subgroup|分组|分样本/i),
    oneSided: says(/one-?\s?(sided|tailed)|单侧|单尾/i),
    rescaled:
      says(
        /odds ratio|hazard ratio|risk ratio|incidence.rate|exponentiated|eform|standardi[sz]ed|\bbeta coef|marginal effects?|elasticit|比值比|风险比|标准化系数|边际效应/i,
      ) || /\b(ORs?|HRs?|IRRs?)\b/.test(text),
    resampled: says(
      /bootstrap(ped)?\b(?! weights)|permutation|randomi[sz]ation inference|jackknife|自助|romano|westfall|bonferroni|\bholm\b|q-values?|adjusted p|multiple (testing|hypothes)/i,
    ),
    uncentred: says(
      /credible|posterior|bayes|profile|percentile|fieller|anderson-rubin|clopper|exact (confidence|interval)/i,
    ),
    fewDf: says(
      /two-?\s?way clust|double[- ]clust|multi-?way|clustered (by|at|on)[^.;]{0,40}\band\b|双向聚类|driscoll|kraay|fama|macbeth|CR2|bell-mccaffrey|satterthwaite|survey|\bsvy\b|\bPSU|strat(a|ified)|imput|newey|HAC/i,
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

/** Of a column, its head counts too. */
function estimatorOf(text: string): TableNotes['estimator'] {
  if (/\bGMM\b|arellano|blundell|xtabond/i.test(text)) return 'gmm';
  return /2SLS|two-?stage|\bIV\b|instrument|LIML/i.test(text) ? 'iv' : undefined;
}
