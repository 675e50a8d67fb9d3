import type { CompatReport } from '../../../interchange/compat-report.js';
import type { DesignResult } from '../../../analysis/montecarlo/design-result.js';
import type { PowerResult } from '../../../analysis/montecarlo/power-result.js';
import type { Audit } from '../../../results/audit/audit.js';
import type { PrintedComparison } from '../../../results/audit/printed-comparison.js';
import type { DeltaMethodResult } from '../../../results/inference/delta-method.js';
import type { Diagnostics } from '../../../results/inference/diagnostics.js';
import type { Correlation } from '../../../results/describe/correlation.js';
import type { Description } from '../../../results/describe/description.js';
import type { PanelReport } from '../../../results/describe/panel-report.js';
import type { FitResult } from '../../../results/fit.js';
import type { GroupComparison } from '../../../results/groups.js';
import type { AugmentResult } from '../../../results/postestimation/augment.js';
import type { MarginsResult } from '../../../results/postestimation/margins.js';
import type { HausmanTest } from '../../../results/inference/hausman.js';
import type { MultipleTests } from '../../../results/hypotheses.js';
import type { PredictionResult } from '../../../results/postestimation/prediction.js';
import type { PermutationTest } from '../../../results/bootstrap/permutation.js';
import type { CompositeIndex } from '../../../results/indices/composite-index.js';
import type { TestReport } from '../../../results/tests.js';
import type { WaldTest } from '../../../results/inference/wald.js';
import type { InfluenceResult } from '../../../analysis/sensitivity/influence/result.js';
import type { InstrumentReport } from '../../../analysis/sensitivity/instruments/result.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import type { WeakIdentification } from '../../../analysis/weak/result.js';

/** The result of an analysis; `kind` says which. */
export type Result =
  | FitResult
  | WaldTest
  | AugmentResult
  | PredictionResult
  | MarginsResult
  | DeltaMethodResult
  | Diagnostics
  | HausmanTest
  | TestReport
  | MultiverseResult
  | InstrumentReport
  | InfluenceResult
  | PowerResult
  | DesignResult
  | PermutationTest
  | GroupComparison
  | WeakIdentification
  | CompatReport
  | Description
  | Correlation
  | CompositeIndex
  | MultipleTests
  | PanelReport
  | Audit
  | PrintedComparison;

export type ResultKind = Result['kind'];

/** The result of one kind. */
export type ResultOf<K extends ResultKind> = Extract<Result, { readonly kind: K }>;
