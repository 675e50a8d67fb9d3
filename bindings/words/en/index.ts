/** All words in English. */
import type { Vocabulary } from './vocabulary.js';
import { claimWords as claims } from './claims/index.js';
import { figures } from './figures.js';
import { report } from './report.js';
import { tables } from './tables.js';
import { warnings } from './warnings/index.js';

const words: Vocabulary = {
  tag: 'en',
  warnings,
  errors: undefined,
  tables,
  figures,
  report,
  claims,
  documents: undefined,
  explanations: async () => (await import('./explanations.js')).explanations,
};

export const vocabulary = (): Vocabulary => words;
