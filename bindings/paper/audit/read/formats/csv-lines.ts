import { delimiterOf } from '../../../../data/readers/csv/dialect.js';
import { recordsOf } from '../../../../data/readers/csv/records.js';

/**
 * The cells of each line of a delimited text; the first lines decide the delimiter if none is given.
 *
 * @throws InputError `bad-quotes`, `field-too-long`, `too-many-columns`
 */
export function csvLines(contents: string, subject: string, delimiter?: string): string[][] {
  const text = contents.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const dialect = { delimiter: delimiter ?? delimiterOf(text, 0, undefined), comment: undefined };
  return Array.from(recordsOf({ text, start: 0, line: 1, subject }, dialect), ({ cells }) => cells);
}
