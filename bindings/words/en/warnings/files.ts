/** Warnings about a file of text. */
import type { FileWarnings } from '../../details/files.js';
import { shortened } from '../../text/shortened.js';
import type { Sentences } from '../../warning.js';

export const fileWarnings: Sentences<FileWarnings> = {
  'title-line': ({ row, title, names }) => {
    const rows = [names].flat();
    const list = rows.length === 1 ? String(rows[0]) : `[${rows.join(', ')}]`;
    if (title === undefined)
      return `rows ${rows.join(rows.length > 2 ? ', ' : ' and ')} look like headings: set header: ${list}`;
    return `row ${row} looks like a title ("${title}"): if the names are in row ${rows.join(' and ')}, set header: ${list}`;
  },
  'trailing-delimiters': (detail) => {
    if ('rows' in detail) {
      const { rows, first } = detail;
      return `empty cells beyond the last column are left out in ${rows} ${rows === 1 ? 'row' : 'rows'}, the first row ${first}`;
    }
    const { columns } = detail;
    return `${columns === 1 ? 'a column' : `${columns} columns`} without name and values at the end of the lines ${columns === 1 ? 'is' : 'are'} left out`;
  },
  'lines-above': ({ row, title, header }) =>
    `row ${row} ("${shortened(title)}") and others above the names in row ${header} are left out; set header: ${header} to say so`,
  'blanks-separate': ({ row, isWide = false }) =>
    isWide
      ? `two blanks or more separate the cells, as in row ${row}; save the file with commas if single blanks do`
      : `blanks separate the cells, as in row ${row}; set delimiter: whitespace to say so`,
  'doubtful-encoding': ({ file, encoding, usual = false }) =>
    `${file} is read as ${encoding}, but its bytes are valid UTF-8: the text may be wrong${usual ? '; if it is, set encoding: utf-8' : ''}`,
};
