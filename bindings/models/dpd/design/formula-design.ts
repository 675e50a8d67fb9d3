/** The design of a model with a formula, on data of any form. */
import { InputError } from '../../../core/errors/errors.js';
import type { Frame } from '../../../data/evaluate.js';
import { type Formula, parseCanonical } from '../../../data/formula/canonical.js';
import { columnsOf, termName } from '../../../data/formula/term.js';
import { type LedgerRule, whereReason } from '../../../data/ledger.js';
import { inPanelOrder, type PanelIndex } from '../../../data/panel/panel.js';
import { panelOf } from '../../../data/panel/panel-cache.js';
import type { Table } from '../../../data/table.js';
import { type DataInput, toTable } from '../../../data/to-table.js';
import { evaluateWhere, parseWhere } from '../../../data/where.js';
import type { DpdModel } from '../model/model.js';
import { clusterCodes, clusterRules } from '../../linear/design/clusters.js';
import { designOf, type DpdSample } from './design.js';
import { termsOf } from './formula-terms.js';
import { evaluateVariables } from './variables.js';
import { weightsOf } from './weights.js';

/**
 * Evaluates formula, filter and instruments on the data. `without` names collinear regressors to leave out; a row still
 * needs them.
 *
 * @throws as `designOf`; InputError for unknown or text columns, and for formulas that a dynamic panel cannot have
 */
export function buildDesign(
  model: DpdModel,
  data: DataInput,
  math: Frame['math'],
  without: readonly string[] = [],
): DpdSample {
  const table = toTable(data);
  const formula = checkedFormula(model.formula);
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
  model: DpdModel,
  table: Table,
  panel: PanelIndex,
  math: Frame['math'],
): LedgerRule[] {
  if (model.where === undefined) return [];
  const keep = evaluateWhere(parseWhere(model.where), table, math);
  return [{ reason: whereReason(model.where), keep: inPanelOrder(keep, panel) }];
}

/** Leaves out rows without a cluster. */
function clusterRule(model: DpdModel, table: Table, panel: PanelIndex): LedgerRule[] {
  return clusterRules(model.vcov, table, 'vcov.cluster').map(({ reason, keep }) => ({
    reason,
    keep: inPanelOrder(keep, panel),
  }));
}

function checkedFormula(text: string): Formula {
  const formula = parseCanonical(text);
  const { effects, endogenous, instruments } = formula;
  if (effects.length + endogenous.length + instruments.length > 0) {
    throw new InputError(
      'formula-parts',
      `dpd: formula "${text}" has a part after "|"; expected only y ~ x1 + x2, with instruments under gmm and iv`,
      { formula: text },
    );
  }
  if (formula.regressors.length === 0) {
    throw new InputError(
      'no-regressors',
      `dpd: formula "${text}" has no regressors; expected at least one`,
      {
        formula: text,
      },
    );
  }
  const outcome = termName(formula.depvar);
  if (formula.regressors.some((term) => termName(term) === outcome)) {
    throw new InputError(
      'outcome-as-regressor',
      `dpd: "${outcome}" is on both sides of "${text}"; remove it from the right side, or use a lag such as L.${outcome}`,
      {
        formula: text,
        columns: columnsOf(formula.depvar),
      },
    );
  }
  return formula;
}
