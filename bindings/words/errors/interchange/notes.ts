/** What imports say of code that a model has in part or not at all. */
import { says, type Told } from '../../told.js';
import { adviceOn } from '../methods.js';
import { type Limit, limitWords } from '../models/dynamic-model.js';
import { type WayOut, wayOutText } from './syntax.js';

const asIn = 'clusters of several columns:';

/** Notes without a detail. */
const plain = {
  'feols-variance':
    'the residual variance of feols() without adj is divided by n - 1, that of the model by n',
  'feols-leverage':
    'feols() multiplies the covariances HC2 and HC3 by n / (n - k); the model does not',
  'feols-t': 'p-values: feols() uses t; the model has no small-sample factor and uses z',
  'feols-iid':
    'feols() 0.13 and later has iid errors by default; earlier versions cluster by the first effect',
  'feols-singletons':
    'feols() keeps singletons unless fixef.rm = "singleton"; the model drops them, which changes factors only',
  'pyfixest-singletons':
    'feols() keeps singletons with fixef_rm="none"; the model drops them, which changes factors only',
  'pyfixest-nested':
    'degrees of freedom: the model does not count effects nested in clusters (fixef_k="nested" of ssc())',
  'pyfixest-clusters': `${asIn} pyfixest gives each term a factor unless cluster_df="min"; the model has one factor, with the smallest number of clusters`,
  'sandwich-clusters': `${asIn} sandwich gives each term a factor; the model has one factor, with the smallest number of clusters`,
  'statsmodels-clusters': `${asIn} statsmodels gives every term its factor, the model one factor of the smallest number of clusters`,
  'statsmodels-t':
    'p-values: statsmodels uses t with use_t=True; the model has no factor and uses z',
  'statsmodels-z':
    'p-values: statsmodels uses z with robust errors unless use_t=True; the model uses t',
  'hac-order':
    'HAC takes the order of the rows as one series; the model orders them by vcov.order or the panel',
  'newey-order':
    'NeweyWest() takes the order of the rows; the model orders them by vcov.order or the panel',
  'linearmodels-factor':
    'the model has no factor in clustered errors; linearmodels multiplies their covariance by n / (n - k), and with group_debias=True by G / (G - 1) (n - 1) / n',
  'coeftest-z': 'p-values: coeftest() uses z with df = Inf; the model has a factor and uses t',
  'coeftest-t':
    'p-values: coeftest() uses t with n - k degrees of freedom; the model has no factor and uses z',
  'coeftest-clusters':
    'p-values: coeftest() uses t with n - k degrees of freedom; the model uses the number of clusters minus 1',
  'plm-t': 'p-values: plm takes t, the model without a small-sample factor z',
  'plm-hc1':
    'standard errors: plm multiplies those of the model by sqrt(n / (n - k)), k without effects',
  'plm-sss':
    'standard errors: plm multiplies those of the model by sqrt(g / (g - 1) * (n - 1) / (n - k)), with g clusters and k without effects',
  'plm-random':
    'random effects: plm weights the variance components of unbalanced panels differently from the model',
  'plm-differences':
    'first differences: plm takes the row before, the model the period before, which is the same without gaps',
  'plm-lags': 'lags are those of the period before, as in plm',
  'lm-collinear':
    'singular.ok = FALSE stops at collinear regressors; the model leaves them out, or stops with collinear: error',
  'robust-cr2':
    'p-values: lm_robust() has other degrees of freedom for each coefficient of CR2; the model has those of the clusters, minus one',
  felm: 'felm() counts absorbed effects as coefficients in the factor of clustered errors, also where clusters contain them; the model does not',
  'felm-singletons': 'felm() keeps singletons; the model drops them, which changes factors only',
  'empty-texts':
    'R keeps empty cells of text columns as texts, and != keeps their rows; the model takes them as missing',
  xtivreg2:
    'standard errors: xtivreg2 subtracts the units from the observations also without small; the model has no factor then',
  partial:
    'partial() is left out: the coefficients are the same, and those partialled out are estimated too',
  'kept-lags': 'keep and drop became a row filter, which keeps lags of the rows that Stata removed',
  noleveleq:
    'instruments of the level equation are left out, because noleveleq removes that equation',
  nolevel: 'instruments of the level equation are left out, because nolevel removes that equation',
  'gretl-constant':
    'the constant of gretl is that of the first period, the constant of the model the average effect',
  'loop-values': 'the values of the loop are not known; write out its commands',
  'no-blocks': 'blocks are not run; write out its commands',
  'no-python-blocks': 'blocks are not run; write out its statements',
  'table-vcov': 'the argument vcov of the table is not translated; set vcov in its models',
  'labels-by-position': 'labels by position are not translated; set labels by name',
  command: 'the command',
  'stata-clusters':
    'errors with several cluster columns: one factor, of the smallest number of clusters, multiplies the sum; Stata may give every term its own',
  'ivreg2-gmm':
    'standard errors: ivreg2 takes the weighting matrix of the estimates for the covariance of the moments, the model (as ivregress gmm) the residuals of the last step',
  'areg-singletons':
    'areg keeps singletons, which the model drops; they change the factor of robust errors',
  xtscc:
    'standard errors: xtscc and the model can have different factors and degrees of freedom for small samples',
  xtivreg:
    'p-values: xtivreg takes the normal distribution without small; the model takes the t distribution',
  'other-merges':
    'the model joins other files than the rest of the study; import its part of the script apart',
  'other-rows':
    'the model has other rows of the file than the rest of the study; import its part of the script apart',
  'lost-model': 'its model is not in the study',
  xtabond:
    'xtabond estimates a constant by an added level equation; the model leaves it out, which changes no slope',
  xtdpdsys:
    'xtdpdsys has another first-step weighting matrix than the model, which has that of xtabond2, so estimates differ',
  'order-tests':
    'the test takes the order of the rows as one series; wasmetrics test --diagnostics orders them by vcov.order or the panel',
  'powers-of-reset':
    'resettest() takes the squares and cubes of the fitted values unless power = 2:4; wasmetrics test --diagnostics takes the powers 2 to 4',
  'joint-nonlinear':
    'joint tests of several nonlinear hypotheses are not in this version; wasmetrics test --function takes one',
  'information-matrix':
    'estat imtest also tests skewness and kurtosis; wasmetrics test --diagnostics has its test of White',
  'matrix-tests': 'hypotheses in matrices are not translated; write them as texts',
  'other-draws': 'the bootstrap draws other replicates than Stata with the same seed',
} as const;

export type PlainNote = keyof typeof plain;

export const plainNote = says(
  'note/plain',
  ({ name }: { readonly name: PlainNote }) => plain[name],
);

/** A note without a detail. */
export const note = (name: PlainNote): Told => plainNote({ name });

/** True for a note without a detail of this name. */
export const isNote = ({ id, detail }: Told, name: PlainNote): boolean =>
  id === plainNote({ name }).id && 'name' in detail && detail.name === name;

export const lineNumber = says('note/line', 'line {line}');

export const noEffect = says(
  'note/no-effect',
  '{option} is left out, because it does not affect the estimates',
);
export const noEffectOfStatement = says(
  'note/statement-without-effect',
  '{statement}: left out, because it does not affect the estimates',
);
export const noEffectOn = says(
  'note/no-effect-on',
  '{option} is left out, because it does not affect the estimates of {call}',
);
export const nameFile = says('note/file', '{statement}: left out; name a CSV file with data');
export const namePanel = says(
  'note/panel',
  '{statement}: left out; name the panel columns with --unit and --time',
);
export const withoutCompat = says(
  'note/compat',
  ({ compat, limit }: { readonly compat: string; readonly limit: Limit }) =>
    `compat: ${compat} is left out; it does not support ${limitWords[limit]}`,
);
export const ignoredByLiml = says(
  'note/liml',
  '{option} is left out, because gretl ignores it with --liml',
);
export const otherLimits = says(
  'note/limits',
  '{name} is left out; wasmetrics uses its own limits',
);
export const changeNotRead = says(
  'note/change',
  '{word} on line {line} is not translated; change the data or the model to match',
);
export const fileOption = says(
  'note/file-option',
  '{command}: {option} is not translated; change the data to match',
);
export const argumentNotRead = says(
  'note/argument',
  '{command}: {name} = {value} is not translated; change the model to match',
);
export const optionNotRead = says(
  'note/option',
  '{command}: the option {option} is not translated; change the model to match',
);
export const missingRule = says(
  'note/missing',
  'missing = "{word}" is not translated: the model drops rows without a value',
);
export const headerRule = says(
  'note/header',
  'read_csv(): header = {text} is not translated; give the file names in its first line',
);
export const noHeader = says(
  'note/no-header',
  '{command}: header = FALSE is not translated; give the file names',
);
export interface FrameNotRead {
  readonly name: string;
  readonly line: number;
  readonly isMade: boolean;
  /** The file that the user is to make of it. */
  readonly file?: string;
}
export const frameNotRead = says(
  'note/frame',
  ({ name, line, isMade, file }: FrameNotRead) =>
    `the data frame ${name} is ${isMade ? 'made' : 'changed'} on line ${line} by a statement that is not translated; ${file === undefined ? 'change the data or the model to match' : `write it to ${file}, which the model reads`}`,
);
export const levelsAsTexts = says(
  'note/levels',
  '{call} sorts the levels of {column} as texts, such as 10 before 9, so the reference level can differ',
);
export const decimalsCut = says(
  'note/decimals',
  '{call} cuts the decimals of {column}; the model does not',
);
export const defaultClusters = says(
  'note/default-clusters',
  'feols() without vcov: errors are clustered by {column}, as in pyfixest before its defaults changed to iid',
);
export const lackingColumn = says(
  'note/column',
  '{column} is made on line {line} by a statement that is not translated; add it to the data as a column',
);
export const manyChanges = says(
  'note/changes',
  'more than {most} statements change the data and are not translated; change the data to match',
);
export const keptMissing = says(
  'note/kept-missing',
  'a missing value is the largest number in Stata, so the filter also keeps rows without {columns}',
);
export const trendNote = says(
  'note/trend',
  ({ time, step }: { readonly time: string; readonly step: number }) =>
    `gretl's constant in differences is the trend ${time} in levels${step === 1 ? '' : `; its coefficient is that of gretl divided by ${step}`}`,
);
export const aregClusters = says(
  'note/areg',
  ({ effects }: { readonly effects: readonly string[] }) =>
    `clustered errors: areg counts the effects of ${effects.join(' and ')} as coefficients even if clusters contain them; the model, like reghdfe, does not; other errors are those of areg without singletons`,
);
export const testsEvery = says(
  'note/boottest',
  'boottest {tested}: the bootstrap tests every coefficient',
);
export const blockNotRun = says(
  'note/block',
  'the block on line {line} changes the data and is not run; write out its commands',
);
export const rowsNotRead = says(
  'note/rows',
  '{command} on line {line} changes the rows and is not translated; write the data as they are after it to {file}, which the model reads',
);
export const rowsOfMerge = says(
  'note/merge',
  'merge on line {line}: rows that only the joined file has are left out',
);
export const rowsByNumber = says(
  'note/use-in',
  'use in {rows} selects rows by number and is not translated',
);
export const referenceLevel = says(
  'note/reference',
  'i() with a reference level: the model has {variable} itself, which feols() leaves out; both are the same if absorbed effects contain it',
);
export const otherData = says(
  'note/data',
  'the model is of {file}, and a study has one file; import its part of the script apart',
);

/** What there is for a statement: other code, a command of the program, or the method that it calls. */
export type Advice =
  | { readonly way: WayOut }
  | {
      /** The command to run. */
      readonly run: string;
    }
  | {
      readonly method: string;
      /** The method that the name stands for, if it is known. */
      readonly means: string | undefined;
    };

function adviceText(advice: Advice): string {
  if ('way' in advice) return wayOutText(advice.way);
  if ('run' in advice) return `wasmetrics ${advice.run} does this`;
  return `${advice.method}: ${adviceOn(advice.means) ?? ''}`;
}

export interface LeftDetail {
  readonly line: number;
  /** The statement, or what it is called. */
  readonly statement: string | Told;
  readonly isPart: boolean;
  readonly why?: Told;
  readonly advice?: Advice;
}

export const left = says(
  'note/left',
  ({ line, statement, isPart, why, advice }: LeftDetail) =>
    `line ${line}: ${typeof statement === 'string' ? statement : statement.text} is ${isPart ? 'translated in part' : 'not translated'}${why === undefined ? '' : `: ${why.text}`}${advice === undefined ? '' : `; ${adviceText(advice)}`}`,
);
