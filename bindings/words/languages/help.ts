/** What help says in each language. Written by npm run build:schemas; do not edit. */
import { help as en } from '../en/help.js';
import { help as zh } from '../zh/help/index.js';

export const helps = { en, zh };
