/** All words of a language. A language is complete if its vocabulary has this type. */
import type { Sentences } from '../warning.js';
import type { ClaimWords } from '../vocabulary/claims.js';
import type { DocumentWords } from '../vocabulary/documents/index.js';
import type { ErrorSentences } from '../vocabulary/errors.js';
import type { ExplanationWords } from '../vocabulary/explanations.js';
import type { FigureWords } from './figures.js';
import type { ReportWords } from './report.js';
import type { TableWords } from './tables.js';

export interface Vocabulary {
  /** `lang` of a page. */
  readonly tag: string;
  readonly warnings: Sentences;
  /** Undefined in English, in which errors are written already. */
  readonly errors: ErrorSentences | undefined;
  readonly tables: TableWords;
  readonly figures: FigureWords;
  readonly report: ReportWords;
  readonly claims: ClaimWords;
  /** None in English, in which reports are written already. */
  readonly documents: DocumentWords | undefined;
  /** Loaded when a code is explained. */
  readonly explanations: () => Promise<ExplanationWords>;
}
