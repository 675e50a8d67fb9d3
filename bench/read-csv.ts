/**
 * Time of reading a text table of numbers, relative to the parser alone, which returns all cells as texts.
 * `npm run build && npx tsx bench/read-csv.ts [megabytes]` prints the medians of several rounds in which both read the same text in turn.
 */
import Papa from 'papaparse';
import { parseCsv } from 'wasmetrics';
import { mix } from './random.js';

const megabytes = Number(process.argv[2] ?? 50);
const ROUNDS = 7;

/** Rows of a panel: two keys, a count, and decimals of up to 17 digits. */
function table(bytes: number): string {
  const lines = ['unit,year,count,wage,share,growth,index,price'];
  let length = 0;
  for (let row = 0; length < bytes; row++) {
    const [a, b, c] = [mix(row), mix(row + 1e9), mix(row ^ 0x5bd1e995)];
    const [unit, year, share] = [Math.floor(row / 20), 2000 + (row % 20), b / 2 ** 32];
    const cells = [unit, year, a % 1000, (a % 1e6) / 100, share, (c % 2000) / 1e4 - 0.1, c / 8, 5];
    lines.push(cells.join(','));
    length += lines.at(-1)!.length + 1;
  }
  return lines.join('\n');
}

function seconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

const text = table(megabytes * 1e6);
const rounds = Array.from({ length: ROUNDS }, (_, round) => {
  const parser = () => seconds(() => Papa.parse(text, { delimiter: ',', newline: '\n' }));
  const reader = () => seconds(() => parseCsv(text));
  if (round % 2 === 0) return { parser: parser(), reader: reader() };
  const time = reader();
  return { parser: parser(), reader: time };
});
const parser = median(rounds.map((round) => round.parser));
const reader = median(rounds.map((round) => round.reader));
console.log(
  `${(text.length / 1e6).toFixed(1)} MB: parser ${parser.toFixed(2)} s, reader ${reader.toFixed(2)} s, ratio ${(reader / parser).toFixed(2)}`,
);
