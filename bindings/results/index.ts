export { toCsv } from './to-csv.js';
export { toJson } from './to-json.js';
export { toMarkdown } from './to-markdown.js';
export { toText, type TextOptions } from './to-text.js';
