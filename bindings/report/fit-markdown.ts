import type { FitResult } from '../results/fit.js';
import { coefficientTable } from './coefficients.js';
import { tableMarkdown } from '../tables/table.js';
import { firstStageTable, instrumentTestRows, strengthNotes } from './instruments.js';
import { arPeriodNotes, testRows, testTableOf } from './specification-tests.js';
import { facts } from './words.js';

/** Title, sample, coefficients and tests as Markdown, with the same words and digits as `toText`. */
export function toMarkdown(result: FitResult): string {
  const tables = [
    testTableOf([...testRows(result.tests), ...instrumentTestRows(result)]),
    firstStageTable(result.tests),
  ];
  const notes = [...strengthNotes(result), ...arPeriodNotes(result.tests)];
  const lines = [
    ...facts(result).map(([label, words]) => `${label}: ${words}`),
    ...result.warnings.map(({ message }) => `warning: ${message}`),
  ];
  return [
    `### ${result.title}`,
    lines.map((line) => `- ${line}`).join('\n'),
    tableMarkdown(coefficientTable(result)),
    ...tables.filter(({ rows }) => rows.length > 0).map(tableMarkdown),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
  ].join('\n\n');
}
