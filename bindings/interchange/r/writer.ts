/** Parts of R scripts. */
import { isNameR, rName, rString } from '../../core/escapes/r.js';
import { show } from '../../words/text/messages.js';
import { type Term, termName } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model.js';
import { dataFileOf, type Program, refusal } from '../programs.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';

export function rComments(comments: readonly string[]): string[] {
  return comments.map((text) => `# ${text}`);
}

export function rData(model: DpdModel): string {
  const data = dataFileOf(model);
  if (data === undefined) return '# d <- data frame';
  const { file, encoding } = data;
  const read = encoding === undefined ? '' : `, fileEncoding = ${rString(encoding)}`;
  return `d <- read.csv(${rString(file)}, check.names = FALSE${read})`;
}

/** A column in a formula. @throws InputError `not-expressed` */
export function rColumn(program: Program, name: string, key: string): string {
  if (isNameR(name)) return rName(name);
  throw refusal(program, key, unexpressed['renamed-column']({ name: show(name) }));
}

/** A variable without lags in a formula of R. */
export function rSeries(program: Program, term: Term, key: string): string {
  switch (term.kind) {
    case 'column':
      return rColumn(program, term.name, key);
    case 'call':
      return `${term.function}(${rSeries(program, term.of, key)})`;
    case 'power':
      return `I(${rSeries(program, term.of, key)}^${term.exponent})`;
    default:
      throw refusal(program, key, unexpressed['term-column']({ term: termName(term) }));
  }
}

/** `c(1, 2)`; texts in quotes. */
export function rVector(values: readonly (number | string)[]): string {
  return `c(${values.map((value) => (typeof value === 'number' ? value : rString(value))).join(', ')})`;
}
