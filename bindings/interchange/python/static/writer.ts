/** Parts of Python scripts for static models. */
import {
  formulaName,
  formulaString,
  pythonString,
  queryName,
  queryText,
} from '../../../core/escapes/python.js';
import { parseWhere, type Term, termName } from '../../../data/index.js';
import { show } from '../../../words/text/messages.js';
import {
  filterColumns,
  type FilterNotation,
  filterText,
  withConditions,
} from '../../filters/notation.js';
import { commentsOn, dataFileOf, type Program, refusal } from '../../programs.js';
import { type Static, type StaticDifference } from '../../static/model.js';
import { unexpressed } from '../../../words/errors/interchange/exports.js';

/** A term of a formula. @throws InputError `not-expressed` */
export function pyTerm(program: Program, term: Term, key: string): string {
  const inner = (of: Term) => pyTerm(program, of, key);
  switch (term.kind) {
    case 'column':
      return formulaName(term.name);
    case 'call':
      return `np.${term.function}(${inner(term.of)})`;
    case 'power':
      return `I(${inner(term.of)} ** ${term.exponent})`;
    case 'dummies': {
      if (term.ref === undefined) return `C(${inner(term.of)})`;
      const level = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(term.ref)
        ? term.ref
        : formulaString(term.ref);
      return `C(${inner(term.of)}, Treatment(reference=${level}))`;
    }
    case 'interaction':
      return term.factors.map(inner).join(':');
    default:
      throw refusal(program, key, unexpressed['term-column']({ term: termName(term) }));
  }
}

const notation: FilterNotation = {
  program: 'Python',
  column: (name) => {
    const written = queryName(name);
    if (written !== undefined) return written;
    throw refusal('python', 'where', unexpressed['filter-by-column']({ name: show(name) }));
  },
  text: queryText,
  operators: { '&&': 'and', '||': 'or', '!': 'not ', '^': '**' },
  isOneOf: (of, values) => `${of} in [${values.join(', ')}]`,
  isMissing: (column) => `${column} != ${column}`,
  isPresent: (column) => `${column} == ${column}`,
};

/**
 * A filter for DataFrame.query(). It also requires its columns to be present where a part could decide without them.
 */
function pyWhere(text: string): string {
  const tree = parseWhere(text);
  const mayDecide = /\bor\b|\bnot\b|!=|\bin\b/.test(filterText(tree, notation));
  const columns = mayDecide ? filterColumns(tree) : [];
  return withConditions(
    tree,
    notation,
    columns.map((name) => `${notation.column(name)} == ${notation.column(name)}`),
  );
}

/** The script around the lines of a program. */
export function pyScript(
  program: Program,
  one: Static,
  imports: readonly string[],
  differences: readonly StaticDifference[],
  lines: readonly string[],
): string {
  const { where, vcov, panel } = one.model;
  const data = dataFileOf(one.model);
  const encoding = data?.encoding === undefined ? '' : `, encoding=${pythonString(data.encoding)}`;
  const order = vcov.order !== undefined && panel === undefined ? vcov.order : undefined;
  const reader = data !== undefined && /\.dta$/i.test(data.file) ? 'read_stata' : 'read_csv';
  return [
    ...commentsOn(program, one, differences).map((text) => `# ${text}`),
    'import numpy as np',
    'import pandas as pd',
    ...imports,
    data === undefined
      ? '# df = data frame'
      : `df = pd.${reader}(${pythonString(data.file)}${encoding})`,
    // Where numexpr is installed, pandas gives it queries, and it refuses columns called log.
    ...(where === undefined
      ? []
      : [`df = df.query(${pythonString(pyWhere(where))}, engine="python")`]),
    ...(order === undefined ? [] : [`df = df.sort_values(${pythonString(order)})`]),
    ...lines,
  ].join('\n');
}
