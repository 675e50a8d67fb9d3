/** `wasmetrics/study`: a whole paper from one file: its tables, figures, claims and text. */
export * from '../core/engine/entry.js';
export { claimText } from '../paper/study/claims/claim-text.js';
export type {
  Claim,
  ClaimInput,
  ClaimKeys,
  ClaimRelation,
  ClaimStatement,
  CoefficientStatement,
  DifferenceStatement,
  NamedPlace,
} from '../paper/study/claims/claim.js';
export { judgeClaims, type Judgement, type JudgeOptions } from '../paper/study/claims/judge.js';
export type { JudgedStudy } from '../paper/study/claims/named-columns.js';
export { parseClaim, parseClaims } from '../paper/study/claims/parse/parse.js';
export { keptResults, type KeptResults, type StudyStorage } from '../paper/study/estimates/kept.js';
export type { StudyOptions } from '../paper/study/estimates/options.js';
export type { StudyProgress } from '../paper/study/estimates/progress.js';
export type {
  BalanceTable,
  CompareInput,
  CorrelateTable,
  DescribeTable,
  IndexTable,
  MarginsTable,
  ModelsTable,
  MultiverseTable,
  SplitInput,
  SplitTable,
  StudyClaimInput,
  StudyFigureInput,
  StudyInput,
  StudyOutputs,
  StudyTableInput,
  TestsTable,
} from '../paper/study/file/input.js';
export type { Study } from '../paper/study/file/study.js';
export type { StudyModelInput } from '../paper/study/file/written.js';
export type { StudyHtmlOptions } from '../paper/study/html/options.js';
export { studyHtml } from '../paper/study/html/study-html.js';
export {
  type FailedEntry,
  type JudgedClaim,
  type JudgedPart,
  type ModelPlace,
  type StudyColumn,
  type StudyCurve,
  type StudyModel,
  type StudyResult,
  verdicts,
} from '../paper/study/result.js';
export { defineStudy, runStudy } from '../paper/study/run-study.js';
export {
  type StarterOptions,
  starterStudy,
  type StarterStudy,
} from '../paper/study/starter/starter.js';
export { checkText, type TextCheck, type TextFinding } from '../paper/study/text/check.js';
export type {
  NumberedStudy,
  NumberKind,
  StudyNumber,
  StudyNumbers,
} from '../paper/study/text/number.js';
export { numbersOf } from '../paper/study/text/numbers.js';
export {
  type FillOptions,
  fillTemplate,
  type ProseFormat,
  proseFormats,
} from '../paper/study/text/template.js';
export {
  writeJsonNumbers,
  writeLatexNumbers,
  writeTypstNumbers,
} from '../paper/study/text/writers.js';
