/**
 * The numbers that options have in records, and other numbers that both sides must agree on. Each is declared here and
 * nowhere else; only the kinds of covariance are in `covariance/kinds.ts`, next to what they call. The build writes
 * `bindings/generated/codes.ts`, an object for each group with the same numbers under the words of the options. A word
 * is the member's name in lower case with hyphens, unless a comment gives another.
 */

/** `LinearOptions.kernel`. */
export const enum Kernel {
  Bartlett = 0,
  Parzen = 1,
  QuadraticSpectral = 2, // 'qs'
}

/** `LinearDesign.weightType`. */
export const enum RowWeights {
  None = 0,
  Analytic = 1,
  Frequency = 2,
  Probability = 3,
}

/** `LinearDesign.intercept`: transformed means that the constant's column is no longer ones. */
export const enum Intercept {
  None = 0,
  Constant = 1,
  Transformed = 2,
}

/** `PanelOptions.effects`. */
export const enum PanelEffects {
  Within = 0,
  Random = 1,
  Between = 2,
  Absorbed = 3,
}

/** `IvOptions.method`. */
export const enum IvMethod {
  KClass = 0, // 'kclass'
  Liml = 1,
  Fuller = 2,
  Gmm = 3,
}

/** `IvOptions.steps` and `DpdOptions.steps`. */
export const enum Steps {
  OneStep = 1,
  TwoStep = 2,
  Iterated = 3,
  ContinuouslyUpdated = 4, // 'cue'
}

/** `DpdOptions.covariance`. */
export const enum DpdCovariance {
  Unadjusted = 0,
  Robust = 1,
  Windmeijer = 2,
  DoublyCorrected = 3,
  WindmeijerStep = 4,
}

/** `DpdStatistics.covariance`: the standard errors of a replicate; model means the two-step weight's. */
export const enum ReplicateCovariance {
  None = 0,
  Robust = 1,
  Model = 2,
  Windmeijer = 3,
}

/** `DpdDesign.transform`. */
export const enum Transform {
  FirstDifferences = 0, // 'fd'
  ForwardDeviations = 1, // 'fod'
  LevelsOnly = 2, // 'level'
}

/** Kind of an instrument spec, the first number of its row in `DpdDesign.specs`. */
export const enum InstrumentKind {
  Gmm = 0,
  Ordinary = 1,
  Constant = 2,
}

/** Bits of the equations: of an instrument spec, an instrument column and, the first two, `DpdDesign.complete`. */
export const enum EquationBit {
  Transformed = 1, // 'diff'
  Level = 2,
  Both = 3,
  Other = 4,
}

/** `DpdOptions.nonlinear`: the conditions of Ahn and Schmidt, one per period or their sum. */
export const enum NonlinearConditions {
  None = 0,
  PerPeriod = 1,
  Collapsed = 2, // 'collapse'
}

/** `Resampling.draw` and `BootstrapPlan.draw`: how the weights of the units are drawn (`random/weights.ts`). */
export const enum Draw {
  Units = 0,
  MovingBlocks = 1, // 'block'
  StationaryBlocks = 2, // 'stationary'
  Rademacher = 3,
  AllSigns = 4,
  Mammen = 5,
  Webb = 6,
  Normal = 7,
  Table = 8,
  GivenUnits = 9,
}

/** `Resampling.statistics` of multipliers: the numbers of a test at one value, or of polynomials in the value. */
export const enum WildStatistics {
  Point = 2,
  Polynomial = 5,
}

/** `Resampling.scores` and `Resampling.variance`: scores unchanged, or those of the jackknife. */
export const enum WildScores {
  Plain = 1,
  Jackknife = 3,
}

/** `Resampling.tests`: the covariance of a replicate's tests of its instruments. */
export const enum InstrumentTests {
  None = 0,
  Robust = 1, // 'HC1'
  Clustered = 2, // 'CV1'
  Unadjusted = 3,
}

/** Status of a replicate: these bits are a `Status`, and one more is set where a matrix was singular. */
export const enum ReplicateStatus {
  StatusBits = 255, // 'bits'
  Singular = 256,
}

/** Replicates of a batch: their weighted sums are formed together. 128 needs more memory and is no faster. */
export const enum Batch {
  Replicates = 64,
}

/** Replicates are equal if their spread is at most this share of their size, in units of the machine epsilon. */
export const enum Spread {
  Rounding = 4,
}

/**
 * Statistics tie if they differ by at most 1 / Parts of their size: rounding in other units or another order of the rows
 * separates equal ones by far less.
 */
export const enum Tie {
  Parts = 1000000000,
}

/** Rows of a regression that are summed together, an even number: it fixes the order of summation. */
export const enum RowBlocks {
  Rows = 256,
}

/** Numbers in a row of a table that both sides read. */
export const enum RowWidth {
  /** A row of `PanelFit.degrees`: levels, redundant ones, 1 when nested in a cluster. */
  AbsorbedDegrees = 3,
  /** A row of `DpdDesign.specs`: kind, column, from, to, collapse, equation, passthru. */
  InstrumentSpec = 7,
  /** A row of `DpdFit.instruments`: spec, equation, lag, period, non-zero rows, column. */
  InstrumentColumn = 6,
  /** A row that `bootstrap_reduce` writes: replicates, mean, standard error, its error, low, high. */
  ReplicateSummary = 6,
  /** A row that `jackknife_reduce` writes: units, bias, standard error, acceleration. */
  JackknifeSummary = 4,
  /** A row that `permutation_run` writes: b* and t*. */
  Permutation = 2,
}

/** How indicators are brought to one scale. */
export const enum Normalisation {
  MinMax = 0, // 'minmax'
  ZScore = 1, // 'zscore'
  Vector = 2,
  Target = 3,
}
