import type { FitResult } from '../models/fit-result.js';
import { coefficientTable } from './coefficients.js';
import { tableMarkdown } from './table.js';
import { testTable } from './tests.js';
import { covarianceWords, groupWords, instrumentWords, sampleWords } from './words.js';

/** Title, sample, coefficients and tests as Markdown, with the same words and digits as `toText`. */
export function toMarkdown(result: FitResult): string {
  const tests = testTable(result.tests);
  const facts = [
    `dependent variable: ${result.depvar}`,
    `rows: ${sampleWords(result.sample)}`,
    `observations: ${result.nobs}`,
    `units: ${groupWords(result)}`,
    `instruments: ${instrumentWords(result)}`,
    `covariance: ${covarianceWords(result.vcov)}`,
    ...result.warnings.map(({ message }) => `warning: ${message}`),
  ];
  return [
    `### ${result.title}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    tableMarkdown(coefficientTable(result)),
    ...(tests.rows.length === 0 ? [] : [tableMarkdown(tests)]),
  ].join('\n\n');
}
