/** Chunks of whole records: a quoted cell may have line ends. */
import Papa from 'papaparse';
import { type Dialect, linesIn } from '../readers/csv/records.js';
import { MOST_CHARACTERS } from '../readers/limits.js';
import { withoutEmptyEnd } from '../readers/csv/source.js';

/** Most characters of a record with quotes, which is read again until it is whole. */
const LONGEST = 2 * MOST_CHARACTERS;

/** Whole records: the text before `end`, and the line of the file in which they start. */
export interface RecordChunk {
  readonly text: string;
  readonly end: number;
  readonly line: number;
}

/** Cuts text that comes in lines into whole records. */
export class RecordChunks {
  #held: string;
  #line: number;

  /** Starts with the text after the header, in line `line` of the file. */
  constructor(
    private readonly dialect: Dialect,
    { text, line }: Pick<RecordChunk, 'text' | 'line'>,
  ) {
    this.#held = text;
    this.#line = line;
  }

  /**
   * The whole records of what was held and of more lines, undefined at the end of the file. The rest is held: a quoted cell
   * that does not end yet, and empty lines, which count only if others follow.
   */
  take(more: string | undefined): RecordChunk | undefined {
    const text = more === undefined ? withoutEmptyEnd(this.#held) : this.#held + more;
    const end = more === undefined ? text.length : this.#recordsEnd(text);
    this.#held = text.slice(end);
    if (end === 0) return undefined;
    const line = this.#line;
    this.#line += linesIn(text, 0, end);
    return { text, end: text[end - 1] === '\n' ? end - 1 : end, line };
  }

  #recordsEnd(text: string): number {
    const end = contentEnd(text);
    // A quote that never closes would hold the rest of the file; the reader of the records says where it opens.
    if (!text.includes('"') || end > LONGEST) return end;
    const { delimiter, comment } = this.dialect;
    const { meta } = new Papa.Parser({
      delimiter,
      newline: '\n',
      fastMode: false,
      comments: comment ?? false,
    }).parse(text.slice(0, end), 0, true) as Papa.ParseResult<string[]>;
    return meta.cursor;
  }
}

/** The place after the last line that has more than spaces and a line end, 0 if there is none. */
function contentEnd(text: string): number {
  let last = text.length - 1;
  while (last >= 0 && (text[last] === '\n' || text[last] === ' ')) last--;
  return text.indexOf('\n', last) + 1;
}
