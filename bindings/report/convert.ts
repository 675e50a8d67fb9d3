/** Any result as text, Markdown, CSV or JSON. */
import { checkKeys, flag } from '../core/arguments.js';
import { checkedResult, readable } from '../results/read.js';
import { tableCsv, writeCsv } from '../tables/writers/csv.js';
import { writeJson } from '../tables/writers/json.js';
import { writeMarkdown } from '../tables/writers/markdown.js';
import { writeText } from '../tables/writers/text.js';
import { documentOf } from './document.js';
import { type DocumentOptions, documentSchemas } from './fit.js';
import { fitData } from './fit/data.js';
import { influenceData } from './influence.js';
import { instrumentsData } from './instruments.js';
import { multiverseData } from './multiverse/data.js';
import type { Result } from './result.js';

export interface TextOptions extends DocumentOptions {
  /** Escape codes for a terminal; default false. */
  readonly color?: boolean;
}

/** A result as a page for a terminal; lines have at most 98 characters unless a table is wider. */
export function toText(result: Result, textOptions: TextOptions = {}): string {
  checkKeys('text', { ...documentSchemas, color: flag }, textOptions);
  const { color = false, ...options } = textOptions;
  return writeText(documentOf(result, options), color);
}

/** A result as Markdown, with the same words and digits as its text. */
export function toMarkdown(result: Result): string {
  return writeMarkdown(documentOf(result));
}

/**
 * The tables of a result as CSV, numbers in the shortest digits that read back as the same double; a number that does not
 * exist is an empty cell. A fit gives a line for each coefficient, a multiverse one for each specification.
 */
export function toCsv(written: Result): string {
  const result = checkedResult(written) as Result;
  return readable(() => csvOf(result));
}

function csvOf(result: Result): string {
  switch (result.kind) {
    case 'fit':
      return tableCsv(fitData(result));
    case 'multiverse':
      return tableCsv(multiverseData(result));
    case 'influence':
      return influenceData(result).map(tableCsv).join('\n\n');
    case 'instruments':
      return instrumentsData(result).map(tableCsv).join('\n\n');
    default:
      return writeCsv(documentOf(result));
  }
}

/**
 * A result as JSON, indented by two spaces. Numbers have the shortest digits that read back as the same double; a number
 * that is not finite, which JSON cannot hold, is `null`.
 */
export function toJson(result: Result): string {
  checkedResult(result);
  return writeJson(result);
}
