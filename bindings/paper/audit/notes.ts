/** What the notes of a table say: its legend of stars, its errors, its estimator. */
import type { EstimatorHas } from '../../models/traits.js';
import { readLegend } from './legend.js';

/** `robust` errors may be clustered, because Stata calls clustered errors robust; `heteroskedastic` ones are not. */
export type ErrorKind =
  'classical' | 'heteroskedastic' | 'robust' | 'cluster' | 'bootstrap' | 'windmeijer';

export interface TableNotes {
  /** Levels by mark, such as `**`; empty without a legend. */
  readonly legend: ReadonlyMap<string, number>;
  readonly errors: ErrorKind | undefined;
  /** What the named estimators have: for 2SLS, instruments; for GMM, in published tables, lags of the outcome too. */
  readonly has: Pick<EstimatorHas, 'instruments' | 'dynamics'>;
  /** True for absorbed effects, whose degrees of freedom programs count in different ways. */
  readonly absorbed: boolean;
  /** The level of intervals, such as 0.95. */
  readonly level: number | undefined;
  /** True if the columns are parts of one sample. */
  readonly split: boolean;
  readonly oneSided: boolean;
  /** True for odds ratios, standardised coefficients and the like: t is not coef / se. */
  readonly rescaled: boolean;
  /** True if p-values, stars and intervals come from resampling, or are adjusted for several hypotheses. */
  readonly resampled: boolean;
  /** True if intervals come from another method, such as Anderson-Rubin sets. */
  readonly uncentred: boolean;
  /** True if degrees of freedom may be small: several clusterings, surveys, periods as observations. */
  readonly fewDf: boolean;
  /** True if the columns have different outcomes. */
  readonly severalOutcomes: boolean;
  /** True if R2 may be the R2 within units. */
  readonly within: boolean;
  /** True if the observations of a column may be unit means. */
  readonly between: boolean;
  /** Families of estimators named by the words, such as `probit`; weights count as two families. */
  readonly families: ReadonlySet<string>;
  readonly periods: number | undefined;
  readonly text: string;
}

/** Words for transformed coefficients. */
const rescaled =
  /odds ratio|hazard ratio|risk ratio|incidence.rate|exponentiated|eform|standardi[sz]ed|\bbeta coef|marginal effects?|elasticit|比值比|风险比|标准化系数|边际效应|取指数/i;

/** Characters of notes that are read, once for each column. */
const longest = 20_000;

/**
 * Reads notes. With a column, a part such as `(1), (3): conventional` applies only to the columns that it names.
 * Warnings of a program are ignored.
 */
export function readNotes(notes: string, column?: string, heads = ''): TableNotes {
  const text = ofColumn(
    notes
      .slice(0, longest)
      .replace(/\\([%*_&#$])/g, '$1')
      .replace(/[＊∗⁎]/g, '*'),
    column,
  );
  const says = (pattern: RegExp): boolean => pattern.test(text);
  const level = /(\d{2}(?:\.\d+)?)\s*%\s*(?:confidence|CI|interval|置信)/i.exec(text)?.[1];
  const periods =
    /(?:over|across|for|spans?|covers?|(?<!\p{L})\p{L}+ and|×|\bx)\s+(\d+)\s*(?:periods|years|waves)\b(?!\s*(?:of age|old|ago|after|before))|\bT\s*=\s*(\d+)/iu.exec(
      text,
    );
  return {
    legend: readLegend(text),
    errors: errorsOf(text) ?? errorsOf(errorWords(heads)),
    has: hasOf(heads) ?? hasOf(text) ?? { instruments: false, dynamics: false },
    absorbed: [text, heads].some((one) =>
      /fixed[\s-]*effects?|\bFEs?\b|within|absorb|固定效应|个体效应|时间效应/i.test(one),
    ),
    level: level === undefined ? undefined : Number(level) / 100,
    split: says(/split|subsample|subgroup|分组|分样本/i),
    oneSided: [text, heads].some((one) => /one-?\s?(sided|tailed)|单侧|单尾/i.test(one)),
    rescaled: [text, heads].some((one) => rescaled.test(one)) || /\b(ORs?|HRs?|IRRs?)\b/.test(text),
    resampled: says(
      /bootstrap(ped)?\b(?! weights)|permutation|randomi[sz]ation inference|jackknife|自助|romano|westfall|bonferroni|\bholm\b|q-values?|adjusted p|multiple (testing|hypothes)/i,
    ),
    uncentred: says(
      /credible|posterior|bayes|profile|\bIQRs?\b|interquartile|percentile|fieller|anderson-rubin|clopper|exact (confidence|interval)/i,
    ),
    fewDf: says(
      /two-?\s?way clust|double[- ]clust|multi-?way|clustered (by|at|on)[^.;]{0,40}\band\b|双向聚类|driscoll|kraay|fama|macbeth|CR2|bell-mccaffrey|satterthwaite|survey|\bsvy\b|\bPSU|strat(a|ified)|imput|newey|HAC/i,
    ),
    severalOutcomes: says(/dependent variables?\b.*\b(columns?|differ|and)\b|outcomes? differ/i),
    within: [text, heads].some((one) => /within|组内/i.test(one)),
    between: [text, heads].some((one) =>
      /\bbetween[\s-]*(effects?|estimat|regress|groups?)|^between|; ?between\b|组间/i.test(one),
    ),
    families: familiesOf(`${text}; ${heads}`),
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
  const heads =
    /^(?:Sources|来源)?((?:\(\d+\)(?:\s*(?:,|and|to|-)\s*)?)+)(?:[:：]|\s[^;]*[:：])/.exec(
      part,
    )?.[1];
  if (heads === undefined || column === undefined) return true;
  return (heads.match(/\d+/g) ?? []).some((head) => head === column);
}

/** Kinds of errors, the most particular first. */
const errorKinds: readonly (readonly [ErrorKind, RegExp])[] = [
  ['bootstrap', /bootstrap|自助/i],
  ['windmeijer', /windmeijer|corrected two-step/i],
  ['cluster', /cluster|聚类/i],
  ['heteroskedastic', /heterosk|heterosc|HC[0-4]|\bwhite\b|eicker|异方差/i],
  ['robust', /robust|newey|HAC|driscoll|稳健/i],
  [
    'classical',
    /classical|conventional|unadjusted|homosked|\bIID\b|(?:ordinary|OLS|nonrobust) standard errors|普通标准误/i,
  ],
];

function errorsOf(text: string): ErrorKind | undefined {
  return errorKinds.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The rows of words that are about errors, such as `S.E. type: IID`. */
function errorWords(heads: string): string {
  const parts = heads.split(/;\s*/);
  return parts
    .filter((part, i) =>
      [parts[i - 1] ?? '', part].some((one) => /s\.?e\.?\b|error|vcov|cluster/i.test(one)),
    )
    .join('; ');
}

/** Families of estimators by their names. */
const families: readonly (readonly [string, RegExp])[] = [
  ['least squares', /\bOLS\b|least squares|\bLPM\b/i],
  ['weights', /weight|\bWLS\b/i],
  ['logit', /logit|logistic/i],
  ['probit', /probit/i],
  ['tobit', /tobit|censored/i],
  ['poisson', /poisson|\bPPML\b/i],
  ['negative binomial', /neg(?:ative|\.)? ?bin|\bnbreg\b/i],
  ['quantile', /quantile|median|percentile|\bQR\b/i],
  ['random', /random[\s-]*effects|\bRE\b|mixed|multilevel|hierarch|REML/i],
  ['between', /\bbetween\b/i],
  ['gls', /\bF?GLS\b/i],
  ['selection', /heckman|selection/i],
  ['hazard', /\bcox\b|hazard|weibull/i],
];

function familiesOf(text: string): ReadonlySet<string> {
  const named = families.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
  return new Set(named.includes('weights') ? [...named, 'no weights'] : named);
}

/** Traits of the estimators named; for a column, its headings count too. */
function hasOf(text: string): TableNotes['has'] | undefined {
  const dynamics = /\bGMM\b|arellano|blundell|xtabond/i.test(text);
  const instruments = dynamics || /2SLS|two-?stage|\bIV\b|instrument|LIML/i.test(text);
  return instruments ? { instruments, dynamics } : undefined;
}
