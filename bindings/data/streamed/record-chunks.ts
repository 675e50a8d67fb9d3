/** Text that comes in lines, of which records are read as soon as they are whole: a quoted cell may have line ends. */
import type { Part } from '../readers/csv/records.js';
import { MOST_CHARACTERS } from '../readers/limits.js';
import { withoutEmptyEnd } from '../readers/csv/source.js';

/** Most characters of a record. A quote that never closes would hold the rest of the file. */
const LONGEST = 2 * MOST_CHARACTERS;

export class RecordChunks {
  #held: string;
  #line: number;

  /** Starts with the text after the header, in line `line` of the file. */
  constructor(
    private readonly subject: string,
    { text, line }: Pick<Part, 'text' | 'line'>,
  ) {
    this.#held = text;
    this.#line = line;
  }

  /**
   * Gives what was held and more lines to `read`, which returns the place and the line after the last whole record; without
   * more lines, the end of the file. Empty lines at the end are held, as they count only if others follow.
   */
  add(
    more: string | undefined,
    read: (part: Part) => { readonly end: number; readonly line: number },
  ): void {
    const text = more === undefined ? withoutEmptyEnd(this.#held) : this.#held + more;
    const length = more === undefined ? text.length : contentEnd(text);
    this.#held = text;
    if (length === 0) return;
    const isOpen = more !== undefined && length <= LONGEST;
    const part = { text: text.slice(0, length), start: 0, line: this.#line, isOpen };
    const { end, line } = read({ ...part, subject: this.subject });
    this.#held = text.slice(end);
    this.#line = line;
  }
}

/** The place after the last line that has more than spaces and a line end, 0 if there is none. */
function contentEnd(text: string): number {
  let last = text.length - 1;
  while (last >= 0 && (text[last] === '\n' || text[last] === ' ')) last--;
  return text.indexOf('\n', last) + 1;
}
