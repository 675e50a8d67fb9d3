/** The regressors of a fit as products of numeric factors and indicators of levels, by the names of their coefficients. */
import { cells, type Factor } from '../../../data/formula/cells.js';
import {
  factorsOf,
  findColumn,
  type Formula,
  hasDummies,
  levelsOf,
  type Margins,
  marginsOf,
  parseFormula,
  type Table,
  type Term,
  termKey,
  termName,
} from '../../../data/index.js';
import { codingsOf } from '../../../models/dpd/design/variables.js';
import type { FitContext } from '../../../models/estimators.js';
import { instrumentSpec } from '../../../models/instruments/sample.js';
import { givenMargins } from '../../../models/linear/design/margins.js';
import { absorbedColumns } from '../../../models/panel/index.js';

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

/** Regressors without the constant, also those that the fit left out. `rows` are those of the sample in the table. */
export function designTerms(
  context: FitContext,
  table: Table,
  rows: Int32Array,
): readonly DesignTerm[] {
  const { terms, margins } = codedTerms(context);
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
  return [...ofFormula, ...timeEffects(context)];
}

/** The period dummies that a dynamic panel adds to its formula. */
function timeEffects(context: FitContext): DesignTerm[] {
  if (context.estimator !== 'dpd') return [];
  const of = context.model.panel.time;
  return context.sample.timeEffects.map((name) => {
    return { name, factors: [{ kind: 'indicator', of, level: name.slice(of.length + 1) }] };
  });
}

function columnsOf(factor: Term, table: Table, among: Uint8Array): Factor<DesignTerm> {
  if (factor.kind !== 'dummies') {
    return { columns: [{ name: termName(factor), factors: [factor] }] };
  }
  const of = factor.of.name;
  const { names } = levelsOf(findColumn(table, of, factor.of.place), among);
  const columns = names.map((level) => ({
    name: `${termName(factor.of)}=${level}`,
    factors: [{ kind: 'indicator' as const, of, level }],
  }));
  const reference = factor.ref === undefined ? 0 : names.indexOf(factor.ref);
  return { columns, levels: { of, reference } };
}

interface Coded {
  readonly terms: readonly Term[];
  readonly margins: Margins;
}

/** The terms of the regressors, and the margins by which their i(x) are coded. */
function codedTerms(context: FitContext): Coded {
  switch (context.estimator) {
    case 'iv':
    case 'gmm': {
      const spec = instrumentSpec(
        context.model,
        context.estimator === 'gmm' ? noWeighting : undefined,
      );
      const { endogenous, regressors } = spec.parts;
      return { terms: [...endogenous, ...regressors], margins: spec.margins! };
    }
    case 'dpd': {
      const formula = parseFormula(context.model.formula);
      const { coded } = codingsOf(context.model, formula);
      return { terms: formula.regressors, margins: coded };
    }
    case 'ols':
      return regression(parseFormula(context.model.formula), context.model);
    case 'panel': {
      const { model } = context;
      const differences = model.effects === 'first-difference';
      const given = { ...model, differences, absorbs: absorbedColumns(model) };
      return regression(parseFormula(model.formula), given);
    }
  }
}

const noWeighting = { weighting: undefined };

function regression(formula: Formula, given: Parameters<typeof givenMargins>[1]): Coded {
  const margins = marginsOf([formula.regressors], givenMargins(formula, given));
  return { terms: formula.regressors, margins };
}
