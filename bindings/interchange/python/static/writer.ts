/** Parts of Python scripts for static models. */
import { InputError } from '../../../core/errors.js';
import {
  columnsInWhere,
  parseWhere,
  type Term,
  termName,
  type Where,
} from '../../../data/index.js';
import { dataFileOf, type Program, refusal } from '../../programs.js';
import { type Static, type StaticDifference, staticComments } from '../../static/model.js';

/** A term of a formula. @throws InputError `not-expressed` */
export function pyTerm(program: Program, term: Term, key: string): string {
  const inner = (of: Term) => pyTerm(program, of, key);
  switch (term.kind) {
    case 'column':
      return /^[A-Za-z_]\w*$/.test(term.name) ? term.name : `Q("${term.name}")`;
    case 'call':
      return `np.${term.function}(${inner(term.of)})`;
    case 'power':
      return `I(${inner(term.of)} ** ${term.exponent})`;
    case 'dummies': {
      if (term.ref === undefined) return `C(${inner(term.of)})`;
      const level = /^-?\d+(?:\.\d+)?$/.test(term.ref) ? term.ref : `'${term.ref}'`;
      return `C(${inner(term.of)}, Treatment(reference=${level}))`;
    }
    case 'interaction':
      return term.factors.map(inner).join(':');
    default:
      throw refusal(program, key, `${termName(term)}; add it to the data as a column`);
  }
}

const precedence: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};

function condition(where: Where): string {
  switch (where.kind) {
    case 'literal':
      return typeof where.value === 'number' ? String(where.value) : `'${where.value}'`;
    case 'column':
      return /^[A-Za-z_]\w*$/.test(where.name) ? where.name : `\`${where.name}\``;
    case 'unary':
      return `${where.operator === '!' ? 'not ' : '-'}(${condition(where.of)})`;
    case 'in':
      return `${condition(where.of)} in [${where.values.map(({ value }) => (typeof value === 'number' ? String(value) : `'${value}'`)).join(', ')}]`;
    case 'binary': {
      const level = precedence[where.operator] ?? 3;
      const side = (part: Where, tightest: number) => {
        const text = condition(part);
        const looser = part.kind === 'binary' && (precedence[part.operator] ?? 3) < tightest;
        return looser ? `(${text})` : text;
      };
      const operator = { '&&': 'and', '||': 'or' }[where.operator as string] ?? where.operator;
      return `${side(where.left, level)} ${operator} ${side(where.right, level + 1)}`;
    }
    default: {
      const message =
        'model: where: a function is not written in Python; build a column in the data file';
      throw new InputError('not-expressed', message, { key: 'where' });
    }
  }
}

/** A filter for DataFrame.query(), which also requires its columns where a part may decide without them. */
function pyWhere(text: string): string {
  const tree = parseWhere(text);
  const written = condition(tree);
  if (!/\bor\b|\bnot\b|!=|\bin\b/.test(written)) return written;
  const columns = [...new Set(columnsInWhere(tree))].map((name) => `${name} == ${name}`);
  const whole = tree.kind === 'binary' && tree.operator === '||' ? `(${written})` : written;
  return [whole, ...columns].join(' and ');
}

/** The script around the lines of a program. */
export function pyScript(
  one: Static,
  imports: readonly string[],
  differences: readonly StaticDifference[],
  lines: readonly string[],
): string {
  const { where, vcov, panel } = one.model;
  const data = dataFileOf(one.model);
  const encoding =
    data?.encoding === undefined ? '' : `, encoding=${JSON.stringify(data.encoding)}`;
  const order = vcov.order !== undefined && panel === undefined ? vcov.order : undefined;
  const reader = data !== undefined && /\.dta$/i.test(data.file) ? 'read_stata' : 'read_csv';
  return [
    ...staticComments(one, differences).map((text) => `# ${text}`),
    'import numpy as np',
    'import pandas as pd',
    ...imports,
    data === undefined
      ? '# df = data frame'
      : `df = pd.${reader}(${JSON.stringify(data.file)}${encoding})`,
    ...(where === undefined ? [] : [`df = df.query(${JSON.stringify(pyWhere(where))})`]),
    ...(order === undefined ? [] : [`df = df.sort_values(${JSON.stringify(order)})`]),
    ...lines,
  ].join('\n');
}
