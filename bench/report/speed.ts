/**
 * `npm run bench:report` writes the tables of docs/explanation/speed.md and the chart docs/speed.svg from the benchmarks
 * that `npm run bench -- --save`, `npm run bench:programs` and `npm run bench:suite` have saved.
 */
import { writeTables } from './write.js';

await writeTables();
