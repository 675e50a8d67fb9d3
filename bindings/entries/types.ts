/** `wasmetrics/types`: the types of models, and of the parts of results and options; it has no values. */
export type { DesignVariant } from '../analysis/montecarlo/design-result.js';
export type { Performance } from '../analysis/montecarlo/performance.js';
export type { PowerCase, TestName } from '../analysis/montecarlo/power-result.js';
export type { Violation, ViolationKind } from '../analysis/montecarlo/process/violations.js';
export type { Rate } from '../analysis/montecarlo/rates.js';
export type { SimulationOptions } from '../analysis/montecarlo/simulation-options.js';
export type { SimulatedProcess } from '../analysis/montecarlo/simulation-source.js';
export type { ViolationInput } from '../analysis/montecarlo/violations.js';
export type { VariableValues } from '../analysis/postestimation/margins/grid.js';
export type { UnitInfluence } from '../analysis/sensitivity/influence/result.js';
export type {
  Bounds,
  GroupVariant,
  Variant,
  Verdict,
  WindowVariant,
} from '../analysis/sensitivity/instruments/result.js';
export type { ChoiceValue } from '../analysis/sensitivity/multiverse/dimension.js';
export type {
  Agreement,
  ChoiceSummary,
  MultiverseBootstrap,
  Refusal,
  Significance,
  Specification,
} from '../analysis/sensitivity/multiverse/result.js';
export type {
  BootstrapEstimate,
  Estimate,
} from '../analysis/sensitivity/multiverse/specification.js';
export type {
  CoefficientSets,
  ConcentratedSets,
  ProjectedSets,
  SearchedSet,
  SearchedSets,
} from '../analysis/weak/result.js';
export type * from '../models/estimator-types.js';
export type { ThreadOptions } from '../models/fit.js';
export type {
  CTestSpec,
  InstrumentsInput,
  InstrumentsModel,
  IvEffects,
} from '../models/instruments/model.js';
export type { ResultsByEstimator } from '../models/model.js';
export type {
  AdmissibilityRule,
  Choices,
  LastLag,
  MultiverseInput,
  MultiverseSpec,
  ReadChoices,
} from '../models/multiverse-keys.js';
export type {
  CovarianceChoice,
  MethodChoice,
  SpecificationBootstrap,
  TermSet,
} from '../models/multiverse/choices.js';
export type {
  BootstrapInput,
  BootstrapSpec,
  CommonInput,
  CommonModel,
  PanelInput,
  PanelSpec,
  Vars,
} from '../models/schema/common.js';
export type { Role, Steps } from '../models/schema/dynamic-words.js';
export type {
  BootstrapPrecision,
  BootstrapSummary,
  BootstrapTest,
  BootstrapTests,
  FailureCount,
  JackknifeResult,
  SchemeResult,
  StatisticInterval,
  UnitChange,
} from '../results/bootstrap/bootstrap.js';
export type { ByName, Labelled, Omitted } from '../results/common.js';
export type {
  Baseline,
  Baselines,
  InstrumentCount,
  InstrumentGrade,
  LongRunEffect,
  MissingBaseline,
  MomentCondition,
  PrincipalComponents,
  Reduction,
  SelectionCriteria,
} from '../results/dynamic.js';
export type {
  AbsorbedEffect,
  ArTest,
  Covariance,
  CovarianceKind,
  DiffHansen,
  Instrument,
  IterationStep,
  Lost,
  Sample,
  Tests,
  WeightingMatrix,
} from '../results/fit.js';
export type {
  ChosenMethod,
  GroupCheck,
  GroupDifference,
  GroupEstimate,
  JointTest,
  Moderator,
  ModeratorTest,
} from '../results/groups.js';
export type { AdjustedHypothesis, Adjustment } from '../results/hypotheses.js';
export type {
  ConfidenceSet,
  Critical,
  CTest,
  EffectiveF,
  FirstStage,
  IdentificationTests,
  RobustSets,
  StockYogo,
  Strength,
  TFTest,
} from '../results/identification.js';
export type { FunctionResult } from '../results/inference/delta-method.js';
export type {
  BreuschGodfrey,
  HeteroskedasticityTests,
  Statistic,
} from '../results/inference/diagnostics.js';
export type { OneSided } from '../results/inference/wald.js';
export type { Identified, SlopesTest } from '../results/of-estimator.js';
export type { PValues } from '../results/p-values.js';
export type { Columns } from '../results/postestimation/columns.js';
export type { MarginalEffect } from '../results/postestimation/margins.js';
export type { Unpredicted } from '../results/postestimation/prediction.js';
export type {
  BootstrapScheme,
  IntervalMethod,
  PValueMethod,
  Recentring,
  SchemeKeys,
  WildVariant,
  WildWeights,
} from '../results/bootstrap/scheme.js';
export type { MissingTest, Test, TestResult } from '../results/test.js';
export type { TestReport } from '../results/tests.js';
export type { WarningDetails } from '../words/details/warning-details.js';
export type { GroupCompat, GroupMethod } from '../words/vocabulary/methods.js';
export type { ErrorCode, ErrorDetails } from '../words/errors/details.js';
