/** Warnings about labels of variables. */
import type { LabelWarnings } from '../../details/papers.js';
import type { Sentences } from '../../warning.js';

export const labelWarnings: Sentences<LabelWarnings> = {
  'unknown-label': ({ name, suggestion }) =>
    `labels: expected names of variables, found "${name}"${suggestion}`,
};
