export { toCsv } from '../tables/writers/csv.js';
export { toJson } from '../tables/writers/json.js';
export { toMarkdown } from '../report/fit-markdown.js';
export { toText, type TextOptions } from '../report/fit.js';
