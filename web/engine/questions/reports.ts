/** Questions about what is known of an estimate: its report, its source, what its warnings mean. */
import type { ModelInput } from 'wasmetrics';
import type { Document, Result } from 'wasmetrics/report';
import type { Language } from '../../words/words.js';
import type { Failure } from '../failure.js';

/** Where the numbers of an estimate come from. */
export interface Provenance {
  /** SHA-256 of the result. */
  readonly resultHash: string;
  /** SHA-256 of the bytes that were opened, where the browser can compute it. */
  readonly dataHash: string | undefined;
}

/** A sentence of the library: a warning, or why something failed. */
export type Said = Pick<Failure, 'message' | 'told' | 'telling'>;

/** Something in a language. */
type In<Value> = Value & { readonly language: Language };

/** An explanation that is asked for by a code such as `hansen` or `many-instruments`. */
export type ExplanationRequest = In<{ readonly code: string }>;
export type ReportRequest = In<{ readonly model: ModelInput }>;
export type DocumentRequest = In<{ readonly result: Result }>;
export type SentenceRequest = In<{ readonly said: Said }>;

export interface ReportQuestions {
  /** Everything that is in the result of a model. */
  report: { asks: ReportRequest; answer: Document };
  /** Everything that is in another result. */
  document: { asks: DocumentRequest; answer: Document };
  sentence: { asks: SentenceRequest; answer: string };
  provenance: { asks: ModelInput; answer: Provenance };
  /** Paragraphs: what it means, why it matters, what to do. */
  explain: { asks: ExplanationRequest; answer: readonly string[] };
}
