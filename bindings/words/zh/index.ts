/** All words in Chinese. */
import type { Vocabulary } from '../en/vocabulary.js';
import { claimWords as claims } from './claims/index.js';
import { documents } from './documents/index.js';
import { errors } from './errors/index.js';
import { figures } from './figures.js';
import { report } from './report.js';
import { tables } from './tables.js';
import { warnings } from './warnings/index.js';

const words: Vocabulary = {
  tag: 'zh-Hans',
  warnings,
  errors,
  tables,
  figures,
  report,
  claims,
  documents,
  explanations: async () => (await import('./explanations/index.js')).explanations,
};

export const vocabulary = (): Vocabulary => words;
