export { csvKeys } from './keys.js';
export { type CsvOptions, parseCsv } from './parse.js';
