export { type CsvOptions, parseCsv } from './parse.js';
