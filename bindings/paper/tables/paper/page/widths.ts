/** Widths of a table's columns, for formats that need them. */
import { plainLabel } from '../../math/write.js';
import { widthOf } from '../../writers/measure.js';
import type { Grid } from '../grid.js';

/** Characters of the longest text in each column, those of labels first; headings over columns share their length. */
export function columnWidths({ lines, columns }: Grid): number[] {
  const widths = Array.from({ length: columns + 1 }, () => 1);
  for (const line of lines) {
    if (line.type !== 'cells' || line.kind === 'group') continue;
    let first = 0;
    for (const { text, span } of line.cells) {
      const each = Math.ceil(widthOf(plainLabel(text)) / span);
      for (let j = first; j < first + span; j++) widths[j] = Math.max(widths[j]!, each);
      first += span;
    }
  }
  return widths;
}
