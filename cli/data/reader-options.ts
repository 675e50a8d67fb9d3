/** Options that say how to read a data file. */
import { type Command, Option } from 'commander';
import { type DataFile, fileEndings } from '../../bindings/entries/data.js';
import { suggesting } from '../completion/suggested.js';
import { numberOrText } from '../options/numbers.js';
import { keysOf } from '../options/keys.js';

/** Keys of `data` in a model file, without the file. */
export type ReaderKeys = Omit<DataFile, 'file'>;

/** Values of the flags, and further keys as JSON. */
export interface ReaderFlags extends ReaderKeys {
  readonly read?: ReaderKeys;
}

const list = (text: string): string[] => text.split(',');

const formats = Object.keys(fileEndings);

const flags: readonly (readonly [string, string, ((text: string) => unknown)?])[] = [
  [
    '--format <name>',
    `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)} (default: by content)`,
  ],
  [
    '--encoding <name>',
    'encoding, such as gb18030 or windows-1252 (default: UTF-8, or UTF-16 with a byte order mark)',
  ],
  ['--delimiter <sign>', 'what separates cells (default: by content)'],
  ['--decimal <sign>', 'decimal point or comma (default: .)'],
  ['--thousands <sign>', 'what separates groups of digits'],
  ['--percent', 'read 12.5% as 0.125'],
  ['--marks', 'read 45*, "45 1)" and $45 as 45, and (45) as -45'],
  ['--missing <codes>', 'more codes of missing cells, such as 9999,-', list],
  ['--comment <text>', 'skip lines that start with this text'],
  ['--header <lines>', 'line of the names, or lines of names, labels and units: 2,3', lines],
  ['--units-row', 'the row below the names holds units'],
  ['--last-row <line>', 'line of the last row', numberOrText],
  ['--types <list>', 'types of columns, such as id=text,day=date:dmy', types],
  ['--sheet <name>', 'sheet of a workbook, by name or number', numberOrText],
  ['--range <cells>', 'cells of the sheet, such as A3:H34'],
  ['--fill-merged', 'give all cells of a merged area its value'],
  [
    '--read <json>',
    'any of these as the keys of data in a model file',
    (text) => keysOf('--read', text, 'header: 3'),
  ],
];

/** Names under which commander returns the flags' values. */
const names = flags.map(([text]) => new Option(text).attributeName());

/** Adds the options that say how to read a data file. */
export function withReaderOptions(command: Command): Command {
  for (const [text, help, read] of flags) {
    const option = new Option(text, help).helpGroup('Reading the data:');
    if (text.startsWith('--format')) suggesting(option, formats);
    command.addOption(read === undefined ? option : option.argParser(read));
  }
  return command;
}

/** The keys of `data` set by the flags. */
export function readerKeys(values: ReaderFlags): ReaderKeys {
  const given = Object.entries(values).filter(
    ([name, value]) => name !== 'read' && names.includes(name) && value !== undefined,
  );
  return { ...values.read, ...(Object.fromEntries(given) as ReaderKeys) };
}

/** `3`, or `2,3`. */
function lines(text: string): unknown {
  const all = list(text).map(numberOrText);
  return all.length === 1 ? all[0] : all;
}

function types(text: string): Record<string, string> {
  return Object.fromEntries(
    list(text).map((part) => {
      const split = part.lastIndexOf('=');
      return [part.slice(0, Math.max(split, 0)).trim(), part.slice(split + 1).trim()];
    }),
  );
}
