/** What codes mean and what to do, in Chinese, in a sentence or two. */
import type { ExplainedCode } from '../../explanations/index.js';
import type { ExplanationWords } from '../../vocabulary/explanations.js';
import { analyses } from './analyses.js';
import { data } from './data.js';
import { machines } from './machines.js';
import { models } from './models.js';
import { terms } from './terms.js';
import { tests } from './tests.js';
import { warnings } from './warnings.js';

const texts = {
  ...warnings,
  ...tests,
  ...machines,
  ...models,
  ...data,
  ...analyses,
  ...terms,
} satisfies Readonly<Record<ExplainedCode, string>>;

export { names } from './names.js';

export const explanations = Object.fromEntries(
  Object.entries(texts).map(([code, text]) => [code, [text]]),
) as unknown as ExplanationWords;
