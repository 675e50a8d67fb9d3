/**
 * Warnings for models with lags if time is a number that encodes year and period, so that lags cross a year's end
 * wrongly.
 */
import { parseCanonical } from '../../data/formula/canonical.js';
import type { Term } from '../../data/formula/term.js';
import { periodNumbers } from '../../data/panel/period-numbers.js';
import type { Table } from '../../data/table.js';
import { plainWarning } from '../../data/warnings/column-warnings.js';
import type { Warning } from '../../results/common.js';
import { effectsOf } from '../linear/model/effects.js';
import type { Model } from '../model.js';
import { has } from '../registry.js';

/** Warns if the model has lags or differences, and its times are numbers such as 201912. */
export function periodWarnings(model: Model, { columns }: Table): Warning[] {
  const { panel } = model;
  if (panel === undefined || !hasLags(model)) return [];
  return periodNumbers(columns.get(panel.time), panel).map(plainWarning);
}

function hasLags(model: Model): boolean {
  if (has(model).dynamics || effectsOf(model).differenced) return true;
  const { depvar, regressors, endogenous, instruments } = parseCanonical(model.formula);
  return [depvar, ...regressors, ...endogenous, ...instruments].some(isShifted);
}

function isShifted(term: Term): boolean {
  if (term.kind === 'lag' || term.kind === 'difference') return true;
  if (term.kind === 'column') return false;
  return term.kind === 'interaction' ? term.factors.some(isShifted) : isShifted(term.of);
}
