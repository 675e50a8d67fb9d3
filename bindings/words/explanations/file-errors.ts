/** What errors of files mean. */
import type { Entries } from './explanation.js';

export const fileErrors = {
  'file-in-use': [
    'An output file is also an input (data, model or shard) or another output, perhaps through a link.',
    'Nothing was computed, and no file was changed.',
    'Choose another name for the file.',
  ],
  'file-too-large': [
    'The file is larger than can be read at once: for text 512 MiB in Node 20, the longest string of the engine. A gzip file may hold 32 MiB, or up to 4 GiB if that is at most 500 times its size.',
    'Nothing was read.',
    'Keep only the rows and columns that the model needs.',
  ],
  'field-too-long': [
    'A cell, or a line of a text file, has more than 16777216 characters. A quote that does not close or a wrong delimiter can make one cell of many.',
    'Nothing was read.',
    'Check the delimiter and the quotes, or shorten the cell.',
  ],
  'too-many-columns': [
    'A line of the file has more than 1048576 cells.',
    'Nothing was read.',
    'Check the delimiter, or keep only the columns that the model needs.',
  ],
  'sparse-table': [
    'The records or the sheet have so many different columns that almost all cells of the table are empty. Empty cells take memory too.',
    'Nothing was read.',
    'Give the records the same keys, or store the names and the values as two columns and reshape what the model needs.',
  ],
  'unreadable-gzip': [
    'The file starts as a gzip file does, but its content cannot be unpacked, or its checksum differs.',
    'Nothing was read.',
    'Copy or download the file again.',
  ],
  'bad-encoding': [
    'The file has bytes that are no characters of its encoding, which is UTF-8 unless the option says otherwise.',
    'Nothing was read. Replaced by a placeholder, different names would become one, and clusters and units would merge.',
    'Name the encoding that the message suggests, such as --encoding gb18030, and check the names. Or save the file as UTF-8.',
  ],
  'not-text': [
    'The file is binary: a workbook, a compressed file, a data file of another program, or damaged.',
    'Nothing was read.',
    'Save the table as CSV in UTF-8, as the message says for this kind of file.',
  ],
  'unknown-encoding': [
    'There is no encoding of this name in the Encoding Standard of the web.',
    'Nothing was read.',
    'Use a name such as utf-8, gb18030, big5, shift_jis, euc-kr, windows-1252 or utf-16le.',
  ],
  'too-many-aliases': [
    'The YAML file uses more than 100 aliases, such as *name.',
    'Nothing was read, because resolving many aliases can take hours.',
    'Write the values out.',
  ],
  'too-deep': [
    'The YAML file nests lists and maps more than 100 deep, or indents a line by more than 1000 blanks.',
    'Nothing was read. Models and studies are about ten levels deep, so the file is damaged or is not a model.',
    'Check the brackets, dashes and blanks of the file.',
  ],
} satisfies Entries;
