/** Any result as text, Markdown, CSV or JSON. */
import { checkKeys, flag, whole } from '../../core/arguments/arguments.js';
import { checkedResult, readable } from '../../results/read.js';
import { tableCsv, writeCsv } from '../tables/writers/csv.js';
import { pageWidth } from '../tables/writers/layout.js';
import { writeMarkdown } from '../tables/writers/markdown.js';
import { writeText } from '../tables/writers/text.js';
import { allRows } from './columns.js';
import { documentOf } from './document.js';
import { inWords } from '../tables/in-words.js';
import type { FitResult } from '../../results/fit.js';
import { r2Of } from '../../results/r2.js';
import { leftNamed, number, rightNamed, verbatim } from '../tables/blocks.js';
import type { TableBlock } from '../tables/draft.js';
import { influenceData } from './kinds/robustness/influence.js';
import { instrumentsData } from './kinds/robustness/instruments.js';
import { multiverseData } from './multiverse/data.js';
import { type DocumentOptions, documentSchemas } from './options.js';
import type { Result } from './kinds/result.js';

/** Minimum width of a page in columns. */
const LEAST_WIDTH = 20;

export interface TextOptions extends DocumentOptions {
  /** Colours by terminal escape codes; default false. */
  readonly color?: boolean | undefined;
  /** Columns of the page, 80 by default. */
  readonly width?: number | undefined;
}

const textSchemas = { ...documentSchemas, color: flag, width: whole(LEAST_WIDTH) };

/** A result as a page for a terminal; lines are as long as its width unless a name or a number is longer. */
export function toText(result: Result, textOptions: TextOptions = {}): string {
  const {
    color = false,
    width = pageWidth,
    ...options
  } = checkKeys('text', textSchemas, textOptions);
  const shorten = options.form !== 'full';
  return writeText(documentOf(result, options), { color, width, shorten });
}

/** A result as Markdown, with the same words and digits as its text. */
export function toMarkdown(result: Result, options: DocumentOptions = {}): string {
  return writeMarkdown(documentOf(result, options));
}

/**
 * The tables of a result as CSV, numbers in the shortest digits that read back as the same double; a number that does
 * not exist is an empty cell. A fit has a line per coefficient, a multiverse a line per specification.
 */
export function toCsv(written: Result): string {
  const result = checkedResult(written) as Result;
  return readable(() => csvOf(result));
}

function csvOf(result: Result): string {
  switch (result.kind) {
    case 'fit':
      return csvTable(fitData(result));
    case 'multiverse':
      return csvTable(multiverseData(result));
    case 'influence':
      return influenceData(result).map(csvTable).join('\n\n');
    case 'augment':
    case 'prediction':
      return allRows(result).map(csvTable).join('\n\n');
    case 'instruments':
      return instrumentsData(result).map(csvTable).join('\n\n');
    default:
      return writeCsv(documentOf(result, { form: 'full' }));
  }
}

/**
 * A result as JSON, indented by two spaces. Numbers have the shortest digits that read back as the same double; a
 * number that is not finite is `null`.
 */
export function toJson(result: Result): string {
  checkedResult(result);
  return writeJson(result.kind === 'fit' ? { ...result, ...r2Of(result) } : result);
}

const csvTable = (block: TableBlock) => tableCsv(inWords(block));

/** One row per coefficient, with the field names of the result. */
function fitData(result: FitResult): TableBlock {
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = result;
  const boot = bootstrap === undefined ? [] : [bootstrap.stdErrors, bootstrap.monteCarloError];
  const headings = ['estimate', 'stdError', 'statistic', 'pValue', 'low', 'high'];
  const bootHeadings = bootstrap === undefined ? [] : ['bootStdError', 'bootMonteCarloError'];
  const rows = Object.keys(params).map((name) => {
    const numbers = [
      ...[params, stdErrors, statistics, pValues].map((by) => by[name]),
      ...(confInt[name] ?? [NaN, NaN]),
      ...boot.map((by) => by[name]),
    ];
    return { cells: [verbatim(name), ...numbers.map((x) => number(x ?? NaN, String))] };
  });
  const columns = [leftNamed('name'), ...[...headings, ...bootHeadings].map(rightNamed)];
  return { type: 'table', name: 'Coefficients', columns, rows };
}

/**
 * A result as JSON, indented by two spaces. Numbers have the shortest digits that read back as the same double; a
 * number that is not finite is `null`. Typed arrays are lists.
 */
function writeJson(result: object): string {
  return JSON.stringify(result, (_, value: unknown) => plain(value), 2);
}

function plain(value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}
