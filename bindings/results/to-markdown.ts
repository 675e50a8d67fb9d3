import type { FitResult } from '../models/fit-result.js';
import { coefficientTable } from './coefficients.js';
import { tableMarkdown } from './table.js';
import { testTable } from './tests.js';
import { facts } from './words.js';

/** Title, sample, coefficients and tests as Markdown, with the same words and digits as `toText`. */
export function toMarkdown(result: FitResult): string {
  const tests = testTable(result.tests);
  const lines = [
    ...facts(result).map(([label, words]) => `${label}: ${words}`),
    ...result.warnings.map(({ message }) => `warning: ${message}`),
  ];
  return [
    `### ${result.title}`,
    lines.map((line) => `- ${line}`).join('\n'),
    tableMarkdown(coefficientTable(result)),
    ...(tests.rows.length === 0 ? [] : [tableMarkdown(tests)]),
  ].join('\n\n');
}
