/** Positions of a column's decimal marks, for formats without alignment. */
import type { Grid } from '../grid.js';
import { numberIn } from '../marks.js';
import type { PaperTable } from '../table.js';

/** The longest texts of a column before the decimal mark and from it on; whole numbers are centred. */
export interface Room {
  readonly before: string;
  readonly after: string;
}

/** The room of each column, for hidden characters that align decimal marks. */
export function roomsOf({ lines, columns }: Grid, marks: PaperTable['marks']): Room[] {
  const rooms = Array.from({ length: columns }, () => ({ before: '', after: '' }));
  for (const line of lines) {
    if (line.type !== 'cells' || line.kind === 'head' || line.kind === 'span') continue;
    for (const [j, { text }] of line.cells.slice(1).entries()) {
      const parts = partsOf(text, marks);
      const room = rooms[j]!;
      if (parts === undefined) continue;
      if (parts.before.length > room.before.length) room.before = parts.before;
      if (parts.after.length > room.after.length) room.after = parts.after;
    }
  }
  return rooms;
}

export function partsOf(text: string, marks: PaperTable['marks']): Room | undefined {
  const number = numberIn(text, marks);
  if (number === undefined || number.decimals === '') return undefined;
  const after = text.length - number.stars.length - number.close.length;
  const place = after - number.decimals.length - 1;
  return { before: text.slice(0, place), after: text.slice(place) };
}
