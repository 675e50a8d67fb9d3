import { FIRST_ROW, type FileRows } from '../place.js';

/** Records where the rows of a table are in the file. */
export class FileRowsBuilder implements FileRows {
  readonly starts: number[] = [];
  readonly offsets: number[] = [];

  /** Adds the row of the file in which the next row of the table is, which has position `row`. */
  add(row: number, fileRow: number): void {
    const offset = fileRow - row;
    if (this.offsets.at(-1) === offset) return;
    this.starts.push(row);
    this.offsets.push(offset);
  }

  /** The positions of the rows; nothing if they count from 1. */
  finish(): { readonly fileRows?: FileRows } {
    const { starts, offsets } = this;
    const follow = offsets.length <= 1 && (offsets[0] ?? FIRST_ROW) === FIRST_ROW;
    return follow ? {} : { fileRows: { starts, offsets } };
  }
}
