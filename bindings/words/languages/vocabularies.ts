/** The words of each language. Written by npm run build:schemas; do not edit. */
import { vocabulary as en } from '../en/index.js';
import { vocabulary as zh } from '../zh/index.js';

export const vocabularies = { en, zh };
