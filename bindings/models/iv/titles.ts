import type { Titles } from '../traits.js';

export const ivTitles: Titles = [
  ['Two-stage least squares', '2sls'],
  ['Limited-information maximum likelihood', 'liml'],
  ["Fuller's", 'fuller'],
  ['k-class', 'kclass'],
];
