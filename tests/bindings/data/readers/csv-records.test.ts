/** Records of the scanner compared with those of Papa Parse, which reads the header. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { InputError } from '../../../../bindings/core/errors.js';
import { cellText, PLAIN } from '../../../../bindings/data/readers/csv/grid.js';
import { Scanner } from '../../../../bindings/data/readers/csv/scanner.js';

interface Records {
  readonly rows: string[][];
  readonly lines: number[];
}

/** The records before the first fault, and whether there is one. */
function scanned(text: string, delimiter: string, comment?: string): Records & { error?: string } {
  const scanner = new Scanner({ text, start: 0, line: 1, subject: 'x' }, { delimiter, comment });
  const [rows, lines]: [string[][], number[]] = [[], []];
  try {
    while (scanner.hasNext()) {
      scanner.ncells = 0;
      lines.push(scanner.line);
      const count = scanner.next();
      const { bounds, marks } = scanner;
      rows.push(Array.from({ length: count }, (_, j) => cellText({ text, bounds, marks }, j)));
    }
  } catch (error) {
    return { rows, lines: lines.slice(0, rows.length), error: (error as InputError).message };
  }
  return { rows, lines };
}

function parsed(text: string, delimiter: string, comment?: string) {
  const rows: string[][] = [];
  let error: string | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    fastMode: false,
    comments: comment ?? false,
    step: ({ data, errors }, parser) => {
      const [fault] = errors;
      if (fault === undefined) return void rows.push(data);
      error = fault.code;
      parser.abort();
    },
  });
  // The parser makes a record of nothing after the last line end.
  if (error === undefined && text.endsWith('\n')) rows.pop();
  return { rows, error };
}

const pieces = fc.constantFrom('a', '1', ' ', ',', ',', ';;', '\n', '\n', '"', '"', '""', '#', 'é');
const texts = fc.array(pieces, { minLength: 1, maxLength: 24 }).map((list) => list.join(''));

test.each([
  [',', undefined],
  [';;', undefined],
  [',', '#'],
])('records are those of the parser (delimiter %s, comment %s)', (delimiter, comment) => {
  fc.assert(
    fc.property(texts, (text) => {
      const [found, expected] = [
        scanned(text, delimiter, comment),
        parsed(text, delimiter, comment),
      ];
      const fault = found.error?.replace(/.*(never closes|is followed by text).*/, '$1');
      expect(fault).toBe(
        expected.error &&
          (expected.error === 'MissingQuotes' ? 'never closes' : 'is followed by text'),
      );
      expect(found.rows).toEqual(expected.rows);
    }),
    { numRuns: 5000 },
  );
});

test('a record has the line in which it starts', () => {
  expect(scanned('a\n"b\nc"\n#\nd', ',', '#').lines).toEqual([1, 2, 5]);
});

test('cells with quotes are marked', () => {
  const scanner = new Scanner(
    { text: 'a,"b"', start: 0, line: 1, subject: 'x' },
    { delimiter: ',', comment: undefined },
  );
  scanner.next();
  expect(Array.from(scanner.marks.subarray(0, 2), (mark) => mark !== PLAIN)).toEqual([false, true]);
});
