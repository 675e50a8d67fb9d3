/** The regressors of a fit as products of numeric factors and indicators of levels, by the names of their coefficients. */
import { cells, type Factor } from '../../../data/formula/cells.js';
import {
  factorsOf,
  findColumn,
  hasDummies,
  levelsOf,
  positionOf,
  type Table,
  type Term,
  termKey,
  termName,
} from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';

/** The indicator of a level of a factor. */
export interface Indicator {
  readonly kind: 'indicator';
  readonly of: string;
  readonly level: string;
}

export type DesignFactor = Term | Indicator;

/** A regressor: the product of its factors. */
export interface DesignTerm {
  /** The name of its coefficient. */
  readonly name: string;
  readonly factors: readonly DesignFactor[];
}

/**
 * Regressors without the constant, including those that the fit left out. `rows` are the rows of the sample in the
 * table.
 */
export function designTerms(
  context: FitContext,
  table: Table,
  rows: Int32Array,
): readonly DesignTerm[] {
  const { terms, margins, periods = [] } = fittedModel(context).regressors(context);
  const among = new Uint8Array(table.nrows);
  for (const row of rows) among[row] = 1;
  const ofFormula = terms.flatMap((term): DesignTerm[] => {
    if (!hasDummies(term)) return [{ name: termName(term), factors: factorsOf(term) }];
    const factors = factorsOf(term).map((factor) => columnsOf(factor, table, among));
    return cells(factors, margins.get(termKey(term)) ?? [], (left, right) => ({
      name: `${left.name}:${right.name}`,
      factors: [...left.factors, ...right.factors],
    }));
  });
  return [...ofFormula, ...timeEffects(context, periods)];
}

/** The period dummies that a model adds to its formula. */
function timeEffects({ model }: FitContext, periods: readonly string[]): DesignTerm[] {
  return periods.map((name) => {
    const of = model.panel!.time;
    return { name, factors: [{ kind: 'indicator', of, level: name.slice(of.length + 1) }] };
  });
}

function columnsOf(factor: Term, table: Table, among: Uint8Array): Factor<DesignTerm> {
  if (factor.kind !== 'dummies') {
    return { columns: [{ name: termName(factor), factors: [factor] }] };
  }
  const of = factor.of.name;
  const column = findColumn(table, of, factor.of.place);
  const { names } = levelsOf(column, among);
  const columns = names.map((level) => ({
    name: `${termName(factor.of)}=${level}`,
    factors: [{ kind: 'indicator' as const, of, level }],
  }));
  const reference = factor.ref === undefined ? 0 : positionOf(factor.ref, names, column);
  return { columns, levels: { of, reference } };
}
