/** The design of a model with a formula, on data of any form. */
import type { Frame } from '../../../data/evaluate.js';
import {
  type Formula,
  parseCanonical,
  parseCanonicalTerms,
} from '../../../data/formula/canonical.js';
import { type LedgerRule, lossOf, presentRule, whereReason } from '../../../data/ledger.js';
import { panelOf } from '../../../data/panel/index-panel.js';
import { type DataInput, toTable } from '../../../data/to-table.js';
import { filters } from '../../../data/filters.js';
import { clusterCodes, clusterRules } from '../../linear/design/clusters.js';
import { designOf, type DynamicSample } from './design.js';
import { columnsOf, type Term, termName } from '../../../data/formula/term.js';
import type { ModelTerm, ModelTerms } from './terms.js';
import { evaluateVariables } from './variables.js';
import { InputError } from '../../../core/errors/errors.js';
import { extreme, finiteColumn, type Table } from '../../../data/table.js';
import { inPanelOrder, type PanelIndex } from '../../../data/panel/panel.js';
import { rowNumber } from '../../../data/place.js';
import * as formulaSaid from '../../../words/errors/models/formulas.js';
import * as weightSaid from '../../../words/errors/weights.js';
import type { DynamicModel } from '../model/model.js';

/**
 * Evaluates formula, filter and instruments on the data. `without` names collinear regressors to leave out; a row still
 * needs them.
 *
 * @throws as `designOf`; InputError for unknown or text columns, and for formulas that a dynamic panel cannot have
 */
export function buildDesign(
  model: DynamicModel,
  data: DataInput,
  math: Frame['math'],
  without: readonly string[] = [],
): DynamicSample {
  const table = toTable(data);
  const formula = checkedFormula(model);
  const panel = panelOf(table, model.panel);
  const weights = weightsOf(model, table, panel);
  const filter = [
    ...whereRules(model, table, panel, math),
    ...clusterRule(model, table, panel),
    ...weights.rules,
  ];
  const frame = { table, panel, math, columns: new Map() };
  const variables = evaluateVariables(model, formula, frame, filter);
  const { intercept } = formula;
  return designOf(model, {
    panel,
    variables,
    terms: termsOf(model, formula),
    intercept,
    filter,
    weights: weights.values,
    clusters: clusterCodes(model.vcov, table, panel.order, 'vcov.cluster'),
    built: table.prepared?.built,
    without,
  });
}

function whereRules(
  model: DynamicModel,
  table: Table,
  panel: PanelIndex,
  math: Frame['math'],
): LedgerRule[] {
  if (model.where === undefined) return [];
  const { evaluateWhere, parseWhere } = filters.loaded!;
  const keep = evaluateWhere(parseWhere(model.where), table, math);
  return [{ ...whereReason(model.where), keep: inPanelOrder(keep, panel) }];
}

/** Leaves out rows without a cluster. */
function clusterRule(model: DynamicModel, table: Table, panel: PanelIndex): LedgerRule[] {
  return clusterRules(model.vcov, table, 'vcov.cluster').map(({ reason, keep }) => ({
    reason,
    keep: inPanelOrder(keep, panel),
  }));
}

function checkedFormula({ estimator, formula: text }: DynamicModel): Formula {
  const formula = parseCanonical(text);
  const { effects, endogenous, instruments } = formula;
  if (effects.length + endogenous.length + instruments.length > 0) {
    throw new InputError(formulaSaid.withParts({ formula: text }), estimator);
  }
  if (formula.regressors.length === 0) {
    throw new InputError(formulaSaid.noRegressors({ formula: text }), estimator);
  }
  const outcome = termName(formula.depvar);
  if (formula.regressors.some((term) => termName(term) === outcome)) {
    const columns = columnsOf(formula.depvar);
    throw new InputError(
      formulaSaid.outcomeAsDynamicRegressor({ formula: text, variable: outcome, columns }),
      estimator,
    );
  }
  return formula;
}

/** The variables of a dynamic panel model with a formula, in words. */
function termsOf(
  { gmm, iv, diffHansen }: DynamicModel,
  { depvar, regressors }: Formula,
): ModelTerms {
  const groups = [...gmm, ...iv];
  return {
    depvar: modelTerm(depvar),
    regressors: regressors.map(modelTerm),
    instruments: groups.flatMap(({ vars }) => vars.flatMap(parseCanonicalTerms).flatMap(columnsOf)),
    tested: diffHansen.map(({ vars }) => vars?.flatMap(parseCanonicalTerms).map(termName)),
  };
}

function modelTerm(term: Term): ModelTerm {
  return { name: termName(term), columns: columnsOf(term), depth: depth(term) };
}

/** Number of periods that a term looks back. */
function depth(term: Term): number {
  switch (term.kind) {
    case 'column':
    case 'dummies':
      return 0;
    case 'lag':
      return Math.max(0, depth(term.of) + term.by);
    case 'difference':
      return depth(term.of) + term.order;
    case 'interaction':
      return Math.max(...term.factors.map(depth));
    default:
      return depth(term.of);
  }
}

/** Weights of all rows in panel order, NaN for rows without one, and the rules that leave such rows out. */
interface RowWeights {
  readonly values?: Float64Array;
  readonly rules: readonly LedgerRule[];
}

/**
 * Reads the weights and leaves out rows without a weight or with weight 0.
 *
 * @throws InputError `negative-weight`; `extreme-value`; `fractional-weight`, or `varying-frequency` within a unit, for
 *   frequencies
 */
function weightsOf(model: DynamicModel, table: Table, panel: PanelIndex): RowWeights {
  const { estimator, weights } = model;
  if (weights === undefined) return { rules: [] };
  const { column, type } = weights;
  const values = inPanelOrder(finiteColumn(table, column, 'weights.column'), panel);
  const present = presentRule(column, values);
  const positive = {
    ...lossOf('{} (weight) 0', column),
    keep: Uint8Array.from(values, (w) => Number(w !== 0)),
  };
  const placed = (position: number, weight: number) => {
    return { column, row: rowNumber(panel.order[position]!, table.fileRows), found: weight };
  };
  values.forEach((weight, position) => {
    if (weight < 0)
      throw new InputError(weightSaid.negativeWeight(placed(position, weight)), estimator);
    if (type === 'frequency' && weight % 1 > 0) {
      throw new InputError(weightSaid.fractionalWeight(placed(position, weight)), estimator);
    }
    if (weight === 0) values[position] = NaN;
  });
  const size = extreme(values);
  if (size !== undefined)
    throw new InputError(weightSaid.extremeWeights({ column, ...size }), estimator);
  if (type === 'frequency') checkConstant(model, values, panel);
  return { values, rules: [present, positive] };
}

/** A frequency says how many units a unit represents, so it must be constant within the unit. */
function checkConstant(
  { estimator, weights }: DynamicModel,
  values: Float64Array,
  panel: PanelIndex,
): void {
  const { column } = weights!;
  panel.unitNames.forEach((unit, u) => {
    const unitWeights = values.subarray(panel.unitStart[u], panel.unitStart[u + 1]);
    const used = unitWeights.filter((weight) => !Number.isNaN(weight));
    if (used.every((weight) => weight === used[0])) return;
    const range = [Math.min(...used), Math.max(...used)] as const;
    throw new InputError(weightSaid.varyingFrequency({ column, unit, found: range }), estimator);
  });
}
