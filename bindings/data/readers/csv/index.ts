export { csvKeys, type CsvOptions, parseCsv } from './parse.js';
