/** The variables of a dynamic panel of arrays: the columns, and their lags, leads and differences. */
import { InputError } from '../../core/errors/errors.js';
import type { Evaluated } from '../../data/evaluate.js';
import { quoteName } from '../../data/formula/quote-name.js';
import { inPanelOrder, lagged, type PanelIndex } from '../../data/panel/panel.js';
import type { Variables } from '../../models/dynamic/design/samples.js';
import type { ModelTerm, ModelTerms } from '../../models/dynamic/design/terms.js';
import type { DynamicModel } from '../../models/dynamic/model/model.js';
import { unknownVariable } from '../../words/errors/analysis/arrays.js';

/** A column, or its values in other periods. */
export interface Variable {
  readonly column: string;
  /** L for lags, F for leads, D for differences. */
  readonly operator?: 'L' | 'F' | 'D' | undefined;
  /** Number of periods, or order of the difference. */
  readonly order: number;
}

/** Maximum number of periods of an operator, as in formulas. */
const MOST_PERIODS = 1000;

/**
 * Reads `x1`, `L2.x1`, `F.x1` or `D.x1`.
 *
 * @throws InputError `unknown-column`
 */
export function variableOf(text: string, columns: readonly string[]): Variable {
  const plain = unquoted(text);
  if (columns.includes(plain)) return { column: plain, order: 0 };
  const [, operator, digits, shifted = ''] = /^([LFD])(\d*)\.(.+)$/s.exec(text) ?? [];
  const column = unquoted(shifted);
  const order = Number(digits || 1);
  if (columns.includes(column) && order >= 1 && order <= MOST_PERIODS) {
    return { column, order, operator: operator as Variable['operator'] };
  }
  const known = columns.map(quoteName);
  throw new InputError(unknownVariable({ column: text, known }), 'dpd');
}

function unquoted(name: string): string {
  return name.startsWith('`') && name.endsWith('`') ? name.slice(1, -1) : name;
}

/** The name that results print: that of the same term in a formula. */
export function nameOf({ column, operator, order }: Variable): string {
  if (operator === undefined) return quoteName(column);
  const periods = operator === 'D' && order === 1 ? '' : order;
  return `${operator}${periods}.${quoteName(column)}`;
}

function termOf(variable: Variable): ModelTerm {
  const { column, operator, order } = variable;
  return { name: nameOf(variable), columns: [column], depth: operator === 'F' ? 0 : order };
}

/** The variables of the equation: the outcome, its lags, and the columns of X. */
export interface Equation {
  readonly depvar: Variable;
  readonly regressors: readonly Variable[];
}

export function termsOf(
  { gmm, iv, diffHansen }: DynamicModel,
  { depvar, regressors }: Equation,
  columns: readonly string[],
): ModelTerms {
  const read = (text: string) => variableOf(text, columns);
  return {
    depvar: termOf(depvar),
    regressors: regressors.map(termOf),
    instruments: [...gmm, ...iv].flatMap(({ vars }) => vars.map((text) => read(text).column)),
    tested: diffHansen.map(({ vars }) => vars?.map((text) => nameOf(read(text)))),
  };
}

/** The values of all variables in panel order, each computed once. */
export function evaluated(
  { gmm, iv }: DynamicModel,
  { depvar, regressors }: Equation,
  columns: ReadonlyMap<string, Float64Array>,
  panel: PanelIndex,
): Variables {
  const known = new Map<string, Evaluated>();
  const names = [...columns.keys()];
  const evaluate = (variable: Variable) => {
    const name = nameOf(variable);
    const column = known.get(name) ?? {
      name,
      ...valuesOf(variable, inOrder(columns.get(variable.column)!, panel), panel),
    };
    known.set(name, column);
    return column;
  };
  const groups = (list: readonly { readonly vars: readonly string[] }[]) =>
    list.map(({ vars }) => vars.map((text) => evaluate(variableOf(text, names))));
  const parts = { regressors: regressors.map(evaluate), ordinary: groups(iv) };
  return { depvar: evaluate(depvar), ...parts, gmm: groups(gmm), required: parts };
}

function inOrder(values: Float64Array, panel: PanelIndex): Float64Array {
  return panel.inPlace ? values : inPanelOrder(values, panel);
}

function valuesOf({ operator, order }: Variable, values: Float64Array, panel: PanelIndex) {
  if (operator === undefined) return { values, complete: true };
  if (operator !== 'D') {
    return { values: lagged(values, panel, operator === 'L' ? order : -order), complete: false };
  }
  let differences = values;
  for (let round = 0; round < order; round++) {
    const before = lagged(differences, panel, 1);
    differences = differences.map((value, row) => value - before[row]!);
  }
  return { values: differences, complete: false };
}
