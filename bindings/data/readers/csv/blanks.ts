/** Text tables whose cells are separated by blanks, one or several, as programs print them. */
import { fileWarnings } from '../../../words/en/warnings/files.js';
import { warning } from '../../../words/warning.js';
import { isNumber } from '../../cells/number-text.js';
import type { TableWarning } from '../../table-warning.js';
import type { ReaderOptions } from '../options.js';

interface Delimited {
  readonly text: string;
  readonly delimiter: string | undefined;
  readonly warnings: readonly TableWarning[];
}

/** The text with a tab for the blanks between cells, if the options or the first lines say that blanks separate them. */
export function withoutBlanks(text: string, options: ReaderOptions): Delimited {
  const { delimiter, header = 1, comment } = options;
  if (delimiter === 'whitespace') return { text: tabbed(text), delimiter: '\t', warnings: [] };
  const [line] = [header].flat();
  const isDeclared = delimiter !== undefined || comment !== undefined;
  const kind = isDeclared
    ? undefined
    : [blanks, wideBlanks].find((one) => separates(one, text, line!));
  if (kind === undefined) return { text, delimiter, warnings: [] };
  const warnings = [
    warning(fileWarnings, 'blanks-separate', {
      row: line!,
      ...(kind === wideBlanks && { isWide: true }),
    }),
  ];
  return { text: tabbed(text, kind), delimiter: '\t', warnings };
}

/** A cell in quotes, blanks at an end of a line, or blanks between cells. */
const blanks = /("[^"]*(?:""[^"]*)*")|^[ \t\u00A0]+|[ \t\u00A0]+$|[ \t\u00A0]+/gm;

/** The same with two blanks or more between cells, whose texts have single blanks. */
const wideBlanks = /("[^"]*(?:""[^"]*)*")|^[ \t\u00A0]+|[ \t\u00A0]+$|[ \t\u00A0]{2,}/gm;

function tabbed(text: string, kind = blanks): string {
  return text.replace(kind, (blank, quoted: string | undefined, start: number) => {
    if (quoted !== undefined) return quoted;
    const isEnd =
      start === 0 ||
      text[start - 1] === '\n' ||
      [undefined, '\n'].includes(text[start + blank.length]);
    return isEnd ? '' : '\t';
  });
}

/** Lines that are looked at. */
const LINES = 50;
/** Characters that separate cells in other tables. */
const others = /[,;\t|]/;

/**
 * True if the names have no other separator, all lines have as many words as the line of the names, and each line below
 * has a number. Of two words, some must be several blanks apart.
 */
function separates(kind: RegExp, text: string, header: number): boolean {
  const lines = text
    .split('\n', header - 1 + LINES)
    .slice(header - 1)
    .filter((line) => line.trim() !== '');
  if (lines[0] === undefined || others.test(lines[0])) return false;
  const [names = [], ...rows] = lines.map((line) => tabbed(line, kind).split('\t'));
  if (names.length < 2 || rows.length === 0) return false;
  const isPlain = names.length > 2 || lines.some((line) => /\S[ \u00A0]{2,}\S/.test(line));
  return (
    isPlain &&
    !names.some(isNumber) &&
    rows.every((cells) => cells.length === names.length && cells.some(isNumber))
  );
}
