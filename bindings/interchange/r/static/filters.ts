/** Filters of R on a data frame. */
import { withSentences } from '../../bounds.js';
import type { Filter } from '../../filters/filter.js';
import { comparesTexts, rFilter } from '../../filters/r.js';
import type { Reader } from '../../reader.js';
import { type ScriptFrame, withFilter } from '../../static/frame.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** The rows of a frame that meet all conditions. @throws InputError `command-syntax` */
export function filtered(
  frame: ScriptFrame,
  conditions: readonly Reader[],
  name: string | undefined,
): ScriptFrame {
  let rows = frame;
  for (const condition of conditions) {
    const filter = rFilter({ ...condition }, name);
    rows = withFilter(
      { ...rows, changes: withSentences(rows.changes ?? [], textNotes(filter, rows)) },
      filter,
    );
  }
  return rows;
}

/** Notes on text columns: read.csv() keeps an empty cell as a text, which differs from every other text. */
export function textNotes(filter: Filter, { keepsEmptyTexts = true }: ScriptFrame): Told[] {
  if (!keepsEmptyTexts || !comparesTexts(filter)) return [];
  return [note('empty-texts')];
}
