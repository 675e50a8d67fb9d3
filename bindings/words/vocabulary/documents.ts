/**
 * The words of reports of single results. They are named by their English, in which reports are made; what a language
 * lacks, such as sentences with numbers, stays so. English has none.
 */

/** Labels of lines above the tables. */
type Label =
  | 'absorbed'
  | 'adjusted'
  | 'bootstrap'
  | 'components'
  | 'criteria'
  | 'dependent'
  | 'effects'
  | 'fit'
  | 'instrumented'
  | 'instruments'
  | 'iterations'
  | 'kappa'
  | 'likelihood'
  | 'observations'
  | 'rows'
  | 'rows lost'
  | 'small sample'
  | 'std. errors'
  | 'time'
  | 'units'
  | 'weighting';

/** Names of tables. */
type Caption =
  | 'Coefficients'
  | 'Columns'
  | 'Correlations'
  | 'Diagnostic tests'
  | 'Difference-in-Hansen tests'
  | 'First stages'
  | 'Functions'
  | 'Instruments'
  | 'Joint test'
  | 'Long-run effects'
  | 'Marginal effects'
  | 'Moment conditions'
  | 'Rows'
  | 'Tests'
  | 'Variance inflation factors';

/** Headings of tables that have no columns of the user's. */
type Heading =
  | 'MC error'
  | 'bias'
  | 'columns'
  | 'difference'
  | 'equation'
  | 'estimate'
  | 'first stage'
  | 'group of instruments'
  | 'instruments'
  | 'lags'
  | 'left minus right'
  | 'left out'
  | 'null hypothesis'
  | 'p'
  | 'partial F'
  | 'partial R2'
  | 'regressor'
  | 'statistic'
  | 'std. error'
  | 'test'
  | 'to'
  | 'under null'
  | 'vif'
  | 'without';

/** Names of tests that are words. */
type Test =
  | 'diff-in-Hansen'
  | 'effective F'
  | 'effects'
  | 'first-stage F'
  | 'robust Wu-Hausman'
  | 'robust score';

type Hypothesis =
  | 'all absorbed effects are equal'
  | 'all slopes are 0'
  | 'homoskedastic errors'
  | 'irrelevant instruments'
  | 'no omitted powers'
  | 'normal errors'
  | 'the hypothesis holds'
  | 'valid instruments (not robust)'
  | 'valid instruments (robust)'
  | 'valid instruments of the levels';

/** How many rows and units a fit has. */
export interface ObservationCounts {
  readonly nobs: string;
  /** Rows of the data, if some are not used. */
  readonly read: string | undefined;
  readonly units: string | undefined;
}

/** A word for each of the names. */
type Words<Names extends string> = Readonly<Record<Names, string>>;

export interface DocumentWords {
  readonly labels: Words<Label>;
  readonly captions: Words<Caption>;
  readonly headings: Words<Heading>;
  readonly tests: Words<Test>;
  readonly hypotheses: Words<Hypothesis>;
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
