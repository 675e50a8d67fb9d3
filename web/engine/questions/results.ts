/** Questions about estimates. */
import type { AnalysisQuestions } from './analyses.js';
import type { ReportQuestions } from './reports.js';

export interface ResultQuestions extends ReportQuestions, AnalysisQuestions {}
