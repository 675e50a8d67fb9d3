/** What codes mean in a language. */
import type { ExplainedCode } from '../explanations/index.js';

/** The explanation of each code, in paragraphs: what it means first. */
export type ExplanationWords = Readonly<
  Record<ExplainedCode, readonly [meaning: string, ...others: string[]]>
>;
