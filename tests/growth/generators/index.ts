/** All generators. */
import type { Generator } from '../generator.js';
import { binaries } from './binaries.js';
import { models } from './models.js';
import { packed } from './packed.js';
import { printed } from './printed.js';
import { prose } from './prose.js';
import { queries } from './queries.js';
import { results } from './results.js';
import { scripts } from './scripts.js';
import { shared } from './shared.js';
import { longStatements } from './statements.js';
import { tables } from './tables.js';

export const generators: readonly Generator[] = [
  ...tables,
  ...binaries,
  ...models,
  ...packed,
  ...queries,
  ...shared,
  ...scripts,
  ...longStatements,
  ...prose,
  ...printed,
  ...results,
];

/** Inputs of few bytes that could ask for the square of their size in memory, and the codes of the errors that refuse them. */
export const refusals: Readonly<Record<string, string>> = {
  'json: records of different keys': 'sparse-table',
  'json: lines of different keys': 'sparse-table',
  'xlsx: merged blocks': 'unreadable-xlsx',
  'xlsx: a cell for each row and column': 'sparse-table',
  'stata: macros in macros': 'command-syntax',
  'table in html: spans': 'bad-value',
};
