import { type Categories, singletonRules } from '../../../data/panel/singletons.js';
import { filters as language } from '../../../data/filters.js';
import type { Evaluated, Frame } from '../../../data/evaluate.js';
import { finiteColumn, type Table } from '../../../data/table.js';
import { inPanelOrder, lagged, type PanelIndex } from '../../../data/panel/panel.js';
import {
  type Ledger,
  ledger,
  type LedgerRule,
  presentRules,
  whereReason,
} from '../../../data/ledger.js';
import { dependenceRules } from './dependence.js';
import { categoryRules } from './effects.js';
import { weightRules } from './weights.js';
import type { LinearSpec } from './spec.js';

/** What decides which rows a regression uses. Categories have one code per row of the table. */
export interface RowSource {
  readonly spec: LinearSpec;
  readonly table: Table;
  readonly panel: PanelIndex | undefined;
  readonly effects: readonly Categories[];
  readonly math: Frame['math'];
}

/**
 * Chooses the rows in which every column is present; masks are in the frame's order. For differences, it then leaves
 * out rows whose unit has no row in the previous period. Singletons of absorbed effects are dropped last.
 */
export function chooseRows(columns: readonly Evaluated[], source: RowSource): Ledger {
  const { spec, table, panel } = source;
  const rules = rowRules(columns, source);
  const complete = ledger(table.nrows, rules);
  const later = [
    ...(spec.differences === true ? [differenceRule(complete, panel!)] : []),
    ...aloneRules(complete, source),
  ];
  return later.length === 0 ? complete : ledger(table.nrows, [...rules, ...later]);
}

/** The rules that look at one row at a time, in the order in which they count. */
export function rowRules(columns: readonly Evaluated[], source: RowSource): LedgerRule[] {
  const { spec, table, panel, effects, math } = source;
  const byTable = [
    ...whereRules(spec, table, math),
    ...weightRules(spec, table),
    ...dependenceRules(spec.vcov, table, 'vcov'),
    ...(spec.weighting === undefined ? [] : dependenceRules(spec.weighting, table, 'weight')),
    ...categoryRules(effects),
  ];
  const inOrder = byTable.map(({ keep, ...why }) => ({ ...why, keep: arranged(keep, panel) }));
  const distinct = new Map(columns.map((column) => [column.name, column]));
  const present = [...distinct.values()].filter(({ complete }) => !complete).flatMap(presentRules);
  return [...inOrder, ...present];
}

function whereRules({ where }: LinearSpec, table: Table, math: Frame['math']): LedgerRule[] {
  if (where === undefined) return [];
  const { filters } = table.shared ?? {};
  const { evaluateWhere, parseWhere } = language.loaded!;
  const keep = filters?.get(where) ?? evaluateWhere(parseWhere(where), table, math);
  filters?.set(where, keep);
  return [{ ...whereReason(where), keep }];
}

function differenceRule({ keep }: Ledger, panel: PanelIndex): LedgerRule {
  const before = lagged(Float64Array.from(keep), panel, 1);
  return {
    reason: 'without a complete row in the previous period',
    keep: Uint8Array.from(before, (kept) => Number(kept === 1)),
  };
}

/** A row whose frequency weight is above 1 counts as several rows, so it is not a singleton. */
function aloneRules({ keep }: Ledger, { spec, table, effects, panel }: RowSource): LedgerRule[] {
  if (effects.length === 0) return [];
  const inOrder = effects.map((effect) => ({ ...effect, codes: arranged(effect.codes, panel) }));
  const { weights } = spec;
  if (weights?.type !== 'frequency') return singletonRules(inOrder, keep);
  const times = finiteColumn(table, weights.column, 'weights.column');
  return singletonRules(inOrder, keep, arranged(times, panel));
}

function arranged<T extends Uint8Array | Int32Array | Float64Array>(
  values: T,
  panel: PanelIndex | undefined,
): T {
  return panel === undefined ? values : inPanelOrder(values, panel);
}
