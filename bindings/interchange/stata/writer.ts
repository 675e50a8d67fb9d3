/** Parts of a model in Stata that all commands share. */
import { columnsInWhere, parseWhere, type Term, termName, type Where } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import { type Run, runsOf } from '../lags.js';
import { type Program, refusal } from '../programs.js';

const plainName = /^[\p{L}_][\p{L}\p{N}_]{0,31}$/u;

/** Writes names and terms for one program; `key` is their key in the model. */
export interface StataWriter {
  varlist(terms: readonly Term[], key: string): string;
  name(name: string, key: string): string;
}

export function stataWriter(program: Program): StataWriter {
  const name = (column: string, key: string) => {
    if (plainName.test(column)) return column;
    throw refusal(program, key, `the column name ${JSON.stringify(column)}`);
  };
  const written = (term: Term, key: string): string => {
    switch (term.kind) {
      case 'column':
        return name(term.name, key);
      case 'difference':
        return `D${term.order === 1 ? '' : term.order}.${written(term.of, key)}`;
      case 'dummies':
        return `i${baseOf(term.ref)}.${name(term.of.name, key)}`;
      case 'interaction':
        return term.factors.map((factor) => factorOf(factor, key)).join('#');
      default:
        throw refusal(program, key, `${termName(term)}; add it to the data as a column`);
    }
  };
  const baseOf = (ref: string | undefined) => (ref === undefined ? '' : `b${ref}`);
  const factorOf = (term: Term, key: string) => {
    if (term.kind === 'column') return `c.${written(term, key)}`;
    if (term.kind === 'dummies') return written(term, key);
    throw refusal(
      program,
      key,
      `${termName(term)} in an interaction; add it to the data as a column`,
    );
  };
  const run = ({ of, first, last }: Run, key: string) => {
    const inner = written(of, key);
    if (first === 0 && last === 0) return inner;
    const joined = of.kind === 'difference' ? inner : `.${inner}`;
    if (first === last) return `${first > 0 ? 'L' : 'F'}${Math.abs(first)}${joined}`;
    if (first >= 0) return `L(${first}/${last})${joined}`;
    const ascending = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return ascending.map((by) => shift(by, inner, joined)).join(' ');
  };
  return {
    name,
    varlist: (terms, key) =>
      runsOf(terms)
        .map((one) => run(one, key))
        .join(' '),
  };
}

function shift(by: number, inner: string, joined: string): string {
  if (by === 0) return inner;
  return `${by > 0 ? 'L' : 'F'}${Math.abs(by)}${joined}`;
}

/** The lines before the command: comments, data and panel. */
export function stataHeader(model: DpdModel, comments: readonly string[], writer: StataWriter) {
  const { data, panel } = model;
  const read =
    data === undefined
      ? '* load the data here'
      : `import delimited "${data.file}", clear case(preserve)`;
  const delta = panel.step === 1 ? '' : `, delta(${panel.step})`;
  const [unit, time] = [
    writer.name(panel.unit, 'panel.unit'),
    writer.name(panel.time, 'panel.time'),
  ];
  return [...comments.map((text) => `* ${text}`), read, `xtset ${unit} ${time}${delta}`];
}

const precedence: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};

/**
 * `where` as ` if ...`. Stata treats missing as the largest number, so the condition also requires that the columns in
 * the filter are not missing, as wasmetrics does.
 */
export function stataCondition({ where }: DpdModel, writer: StataWriter): string {
  if (where === undefined) return '';
  const tree = parseWhere(where);
  const columns = [...new Set(columnsInWhere(tree))].map((column) => writer.name(column, 'where'));
  const text = condition(tree, writer);
  const whole = tree.kind === 'binary' && tree.operator === '||' ? `(${text})` : text;
  return ` if ${whole} & !missing(${columns.join(', ')})`;
}

function condition(where: Where, writer: StataWriter): string {
  switch (where.kind) {
    case 'literal':
      return JSON.stringify(where.value);
    case 'column':
      return writer.name(where.name, 'where');
    case 'unary':
      return `${where.operator}(${condition(where.of, writer)})`;
    case 'in': {
      const values = where.values.map(({ value }) => JSON.stringify(value));
      return `inlist(${[condition(where.of, writer), ...values].join(', ')})`;
    }
    case 'binary': {
      const level = precedence[where.operator] ?? 3;
      const side = (part: Where, tightest: number) => {
        const text = condition(part, writer);
        const looser = part.kind === 'binary' && (precedence[part.operator] ?? 3) < tightest;
        return looser ? `(${text})` : text;
      };
      const operator = { '&&': '&', '||': '|' }[where.operator as string] ?? where.operator;
      return `${side(where.left, level)} ${operator} ${side(where.right, level + 1)}`;
    }
  }
}

/** ` [aw=emp]`. */
export function stataWeights({ weights }: DpdModel, writer: StataWriter): string {
  if (weights === undefined) return '';
  return ` [${weights.type.charAt(0)}w=${writer.name(weights.column, 'weights.column')}]`;
}
