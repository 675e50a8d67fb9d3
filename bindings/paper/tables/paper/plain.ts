/** A table whose formulas are text. */
import { plainLabel } from '../math/write.js';
import { mapTexts } from './texts.js';
import type { PaperTable } from './table.js';

/** The table with its formulas in characters of Unicode, for formats without mathematics. */
export const withPlainLabels = (table: PaperTable): PaperTable => mapTexts(table, plainLabel);
