/** Warnings about labels of variables, in Chinese. */
import type { LabelWarnings } from '../../details/papers.js';
import type { Sentences } from '../../warning.js';

export const labelWarnings: Sentences<LabelWarnings> = {
  'unknown-label': ({ name }) => `labels：没有名为"${name}"的变量`,
};
