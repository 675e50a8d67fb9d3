/** Questions about estimates. */
import type { AnalysisQuestions } from './analyses.js';
import type { BootstrapQuestions } from './bootstraps.js';
import type { ClaimQuestions } from './claims.js';
import type { CollectionQuestions } from './collections.js';
import type { CurveQuestions } from './curves.js';
import type { ReportQuestions } from './reports.js';

export interface ResultQuestions
  extends
    ReportQuestions,
    AnalysisQuestions,
    BootstrapQuestions,
    ClaimQuestions,
    CollectionQuestions,
    CurveQuestions {}
