/** Parts of R scripts for static models. */
import { rName, rString } from '../../../../core/escapes/r.js';
import { columnsInWhere, parseWhere, type Term, termName } from '../../../../data/index.js';
import {
  filterColumns,
  type FilterNotation,
  filterText,
  withConditions,
} from '../../../filters/notation.js';
import { commentsOn, dataFileOf, type Program, refusal } from '../../../programs.js';
import { type Static, type StaticDifference, shifts, termsOf } from '../../../static/model.js';
import { rColumn, rComments } from '../../writer.js';
import { unexpressed } from '../../../../words/errors/interchange/exports.js';

/** How a program writes lags: `l(x, 1)` of fixest, `lag(x, 1)` of plm; undefined without lags. */
export interface ShiftWords {
  readonly lag: string;
  readonly lead: string;
  readonly difference: string;
}

/** A term of a formula. @throws InputError `not-expressed` */
export function rTerm(program: Program, term: Term, key: string, words?: ShiftWords): string {
  const inner = (of: Term) => rTerm(program, of, key, words);
  switch (term.kind) {
    case 'column':
      return rColumn(program, term.name, key);
    case 'call':
      return `${term.function}(${inner(term.of)})`;
    case 'power':
      return `I(${inner(term.of)}^${term.exponent})`;
    case 'dummies': {
      const dummies = `factor(${rName(term.of.name)})`;
      return term.ref === undefined ? dummies : `relevel(${dummies}, ref = ${rString(term.ref)})`;
    }
    case 'interaction':
      return term.factors.map(inner).join(':');
    case 'lag':
      if (words === undefined) break;
      return `${term.by > 0 ? words.lag : words.lead}(${inner(term.of)}, ${Math.abs(term.by)})`;
    case 'difference':
      if (words === undefined || term.order > 1) break;
      return `${words.difference}(${inner(term.of)}, 1)`;
  }
  throw refusal(program, key, unexpressed['term-column']({ term: termName(term) }));
}

/** `x + w`; `0 + x` without a constant, `1` for only the constant. */
export function rSum(
  program: Program,
  terms: readonly Term[],
  intercept: boolean,
  words?: ShiftWords,
): string {
  const names = terms.map((term) => rTerm(program, term, 'formula', words));
  const all = intercept ? names : ['0', ...names];
  return all.length === 0 ? '1' : all.join(' + ');
}

const notation: FilterNotation = {
  program: 'R',
  column: rName,
  text: rString,
  operators: { '&&': '&', '||': '|' },
  isOneOf: (of, values) => `${of} %in% c(${values.join(', ')})`,
  isMissing: (column) => `is.na(${column})`,
  isPresent: (column) => `!is.na(${column})`,
};

/** A filter as a condition of R. It also requires its columns to be present where a part could decide without them. */
function rWhere(text: string): string {
  const tree = parseWhere(text);
  const mayDecide = /\||!\(|%in%/.test(filterText(tree, notation));
  const columns = mayDecide ? filterColumns(tree) : [];
  return withConditions(
    tree,
    notation,
    columns.map((name) => `!is.na(${rName(name)})`),
  );
}

/** `d <- read.csv("firms.csv")` and the lines that choose and order its rows. */
function rFrame({ model }: Static): string[] {
  const { where, vcov, panel } = model;
  const data = dataFileOf(model);
  const encoding = data?.encoding === undefined ? '' : `, fileEncoding = ${rString(data.encoding)}`;
  const order = vcov.order !== undefined && panel === undefined ? vcov.order : undefined;
  return [
    data === undefined ? '# d <- data frame' : readFile(data.file, encoding),
    ...(where === undefined ? [] : [`d <- subset(d, ${rWhere(where)})`]),
    ...(order === undefined ? [] : [`d <- d[order(d$${rName(order)}), ]`]),
  ];
}

function readFile(file: string, encoding: string): string {
  const path = rString(file);
  if (/\.dta$/i.test(file)) return `d <- as.data.frame(haven::read_dta(${path}))`;
  return `d <- read.csv(${path}, check.names = FALSE${encoding})`;
}

/** The script around the calls of a program. */
export function rScript(
  program: Program,
  one: Static,
  packages: readonly string[],
  differences: readonly StaticDifference[],
  calls: readonly string[],
): string {
  if (one.model.where !== undefined && termsOf(one.formula).some(shifts)) {
    throw refusal(program, 'where', unexpressed['filter-with-lags']());
  }
  checkColumns(program, one.model);
  return [
    ...rComments(commentsOn(program, one, differences)),
    ...packages.map((name) => `library(${name})`),
    ...rFrame(one),
    ...calls,
  ].join('\n');
}

/** @throws InputError `not-expressed` for a column name outside the formula that scripts cannot contain */
function checkColumns(program: Program, { where, weights, vcov, panel }: Static['model']): void {
  const { cluster = [], order } = vcov;
  if (where !== undefined) {
    for (const name of columnsInWhere(parseWhere(where))) rColumn(program, name, 'where');
  }
  if (weights !== undefined) rColumn(program, weights.column, 'weights.column');
  for (const name of cluster) rColumn(program, name, 'vcov.cluster');
  if (order !== undefined) rColumn(program, order, 'vcov.order');
  if (panel === undefined) return;
  rColumn(program, panel.unit, 'panel.unit');
  rColumn(program, panel.time, 'panel.time');
}

/** `, weights = w`. */
export function rWeights({ model: { weights } }: Static): string {
  return weights === undefined ? '' : `, weights = ${rName(weights.column)}`;
}

/** `~ id + year`. */
export function rColumns(names: readonly string[]): string {
  return `~ ${names.map(rName).join(' + ')}`;
}
