/**
 * Time of reading a text table of numbers, relative to the parser alone. `npx tsx bench/read-csv.ts [megabytes]` prints the
 * median of several rounds, in each of which both read the same text, the second one in turn first.
 */
import Papa from 'papaparse';
import { parseCsv } from '../bindings/data/readers/csv/index.js';
import { random } from './random.js';

const megabytes = Number(process.argv[2] ?? 50);
const ROUNDS = 7;
const COLUMNS = 8;
