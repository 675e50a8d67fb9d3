/** Questions about what is known of an estimate: its report, its source, what its warnings mean. */
import type { ModelInput } from 'wasmetrics';
import type { Document } from 'wasmetrics/report';

/** Where the numbers of an estimate come from. */
export interface Provenance {
  /** SHA-256 of the result. */
  readonly resultHash: string;
  /** SHA-256 of the bytes that were opened, where the browser can compute it. */
  readonly dataHash: string | undefined;
}

/** An explanation that is asked for by a code such as `hansen` or `many-instruments`. */
export interface ExplanationRequest {
  readonly code: string;
  readonly language: 'en' | 'zh';
}

export interface ReportQuestions {
  /** Everything that is in the result of a model. */
  report: { asks: ModelInput; answer: Document };
  provenance: { asks: ModelInput; answer: Provenance };
  /** Paragraphs: what it means, why it matters, what to do. */
  explain: { asks: ExplanationRequest; answer: readonly string[] };
}
