/** Data files as text: CSV and JSON. */
import { parseCsv, readTable } from 'wasmetrics/data';
import { type Generator, texts } from '../generator.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const csv = (text: string) => parseCsv(text);
const json = (text: string) => readTable(bytesOf(text), { format: 'json' });
const ndjson = (text: string) => readTable(bytesOf(text), { format: 'ndjson' });

/** `write` of each number below `parts`. */
export const many = (parts: number, write: (i: number) => string, between = '') =>
  Array.from({ length: parts }, (_, i) => write(i)).join(between);

const columns = (parts: number, head: (i: number) => string, cell: string) =>
  `${many(parts, head, ',')}\n${many(parts, () => cell, ',')}\n${many(parts, () => cell, ',')}\n`;

export const tables: readonly Generator[] = [
  texts('csv: one line of commas', 40_000, (n) => ','.repeat(n), csv),
  texts('csv: columns without names', 20_000, (n) => columns(n, () => '', '1'), csv),
  texts('csv: columns of one name', 20_000, (n) => columns(n, () => 'x', '1'), csv),
  texts('csv: names that look alike', 10_000, (n) => columns(n, (i) => `x${i} ${i}`, '1'), csv),
  texts(
    'csv: a warning for each column',
    5000,
    (n) => columns(n, (i) => `x${i}`, '12345678901234567890'),
    csv,
  ),
  texts('csv: a quote that never closes', 200_000, (n) => `x,y\n"${'a,"",'.repeat(n / 5)}`, csv),
  texts('csv: quotes in quotes', 100_000, (n) => `x,y\n"${'""'.repeat(n)}",1\n`, csv),
  texts('csv: blank lines', 200_000, (n) => `x,y\n${'\n'.repeat(n)}1,2\n`, csv),
  texts('csv: digits of one number', 200_000, (n) => `x,y\n${'1'.repeat(n)},2\n`, csv),
  texts('csv: commas in numbers', 60_000, (n) => `x;y\n${'1,'.repeat(n)}1;2\n`, csv),
  texts('csv: blanks in a cell', 200_000, (n) => `x,y\n${' '.repeat(n)}a,2\n`, csv),
  texts(
    'csv: a long text in many columns',
    4000,
    (n) => columns(n, () => 'y'.repeat(40), 'NA'),
    csv,
  ),
  texts(
    'json: records of different keys',
    5000,
    (n) => `[${many(n, (i) => `{"k${i}":1}`, ',')}]`,
    json,
  ),
  texts('json: lines of different keys', 5000, (n) => many(n, (i) => `{"k${i}":1}\n`), ndjson),
  texts('json: lists in lists', 100_000, (n) => '['.repeat(n), json),
  texts('json: a key again and again', 40_000, (n) => `[{${many(n, () => '"x":1', ',')}}]`, json),
  texts('json: columns', 10_000, (n) => `{${many(n, (i) => `"k${i}":[1]`, ',')}}`, json),
  texts('json: escapes', 100_000, (n) => `[{"x":"${'\\n'.repeat(n)}"}]`, json),
  texts('json: quotes that never close', 100_000, (n) => `[${'"\\"'.repeat(n / 3)}`, json),
];
