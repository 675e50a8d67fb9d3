/**
 * The words of reports of single results. They are named by their English, in which reports are made; what a language
 * lacks, such as sentences with numbers, stays so. English has none.
 */

/** Labels of lines above the tables. */
export const labels = [
  'absorbed',
  'adjusted',
  'bootstrap',
  'components',
  'criteria',
  'dependent',
  'effects',
  'fit',
  'instrumented',
  'instruments',
  'iterations',
  'kappa',
  'likelihood',
  'observations',
  'rows',
  'rows lost',
  'small sample',
  'std. errors',
  'time',
  'units',
  'weighting',
] as const;

/** Names of tables. */
export const captions = [
  'Coefficients',
  'Columns',
  'Correlations',
  'Diagnostic tests',
  'Difference-in-Hansen tests',
  'First stages',
  'Functions',
  'Instruments',
  'Joint test',
  'Long-run effects',
  'Marginal effects',
  'Moment conditions',
  'Rows',
  'Tests',
  'Variance inflation factors',
] as const;

/** Headings of tables that have no columns of the user's. */
export const headings = [
  'MC error',
  'bias',
  'columns',
  'difference',
  'equation',
  'estimate',
  'first stage',
  'group of instruments',
  'instruments',
  'lags',
  'left minus right',
  'left out',
  'null hypothesis',
  'p',
  'partial F',
  'partial R2',
  'regressor',
  'statistic',
  'std. error',
  'test',
  'to',
  'under null',
  'vif',
  'without',
] as const;

/** Names of tests that are words. */
export const tests = [
  'diff-in-Hansen',
  'effective F',
  'effects',
  'first-stage F',
  'robust Wu-Hausman',
  'robust score',
] as const;

export const hypotheses = [
  'all absorbed effects are equal',
  'all slopes are 0',
  'homoskedastic errors',
  'irrelevant instruments',
  'no omitted powers',
  'normal errors',
  'the hypothesis holds',
  'valid instruments (not robust)',
  'valid instruments (robust)',
  'valid instruments of the levels',
] as const;

/** How many rows and units a fit has. */
export interface ObservationCounts {
  readonly nobs: string;
  /** Rows of the data, if some are not used. */
  readonly read: string | undefined;
  readonly units: string | undefined;
}

/** A word for each of the names. */
type Words<Names extends readonly string[]> = Readonly<Record<Names[number], string>>;

export interface DocumentWords {
  readonly labels: Words<typeof labels>;
  readonly captions: Words<typeof captions>;
  readonly headings: Words<typeof headings>;
  readonly tests: Words<typeof tests>;
  readonly hypotheses: Words<typeof hypotheses>;
  /** The lower end of an interval of a level, such as `95%`. */
  readonly from: (level: string) => string;
  readonly serial: (order: number, residuals: string) => string;
  readonly exogenous: (names: string) => string;
  readonly unidentified: (names: string) => string;
  readonly noEffect: (names: string) => string;
  readonly weak: (bias: string) => string;
  readonly notRobust: (hypothesis: string) => string;
  readonly observations: (counts: ObservationCounts) => string;
}
