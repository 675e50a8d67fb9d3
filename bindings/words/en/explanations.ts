/** What codes mean, why it matters and what to do, in English. */
import type { ExplanationWords } from '../vocabulary/explanations.js';
import type { Entry } from '../explanations/explanation.js';
import { entries } from '../explanations/index.js';

const all: Readonly<Record<string, Entry>> = Object.assign({}, ...Object.values(entries));

export const explanations = Object.fromEntries(
  Object.entries(all).map(([code, [meaning, matters, change]]) => [
    code,
    [meaning, matters, change],
  ]),
) as unknown as ExplanationWords;
