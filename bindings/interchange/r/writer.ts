/** Parts of R scripts. */
import { type Term, termName } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import { dataFileOf, type Program, refusal } from '../programs.js';

export function rComments(comments: readonly string[]): string[] {
  return comments.map((text) => `# ${text}`);
}

export function rData(model: DpdModel): string {
  const data = dataFileOf(model);
  if (data === undefined) return '# d <- data frame';
  const { file, encoding } = data;
  const read = encoding === undefined ? '' : `, fileEncoding = ${JSON.stringify(encoding)}`;
  return `d <- read.csv(${JSON.stringify(file)}, check.names = FALSE${read})`;
}

/** A variable without lags in a formula of R. */
export function rSeries(program: Program, term: Term, key: string): string {
  switch (term.kind) {
    case 'column':
      return /^[A-Za-z][\w.]*$/.test(term.name) ? term.name : `\`${term.name}\``;
    case 'call':
      return `${term.function}(${rSeries(program, term.of, key)})`;
    case 'power':
      return `I(${rSeries(program, term.of, key)}^${term.exponent})`;
    default:
      throw refusal(program, key, `${termName(term)}; add it to the data as a column`);
  }
}

/** `c(1, 2)`; texts in quotes. */
export function rVector(values: readonly (number | string)[]): string {
  return `c(${values.map((value) => JSON.stringify(value)).join(', ')})`;
}
