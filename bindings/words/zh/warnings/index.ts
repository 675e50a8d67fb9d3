/** The sentence of each warning in Chinese. */
import type { Sentences } from '../../warning.js';
import { bootstrapWarnings, groupWarnings } from './bootstrap.js';
import { dataWarnings } from './data.js';
import { modelWarnings } from './models.js';
import { labelWarnings, paperWarnings } from './papers.js';

export const warnings: Sentences = {
  ...dataWarnings,
  ...modelWarnings,
  ...bootstrapWarnings,
  ...groupWarnings,
  ...paperWarnings,
  ...labelWarnings,
};
