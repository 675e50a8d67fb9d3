import { unitsOfOneRow } from '../../../words/errors/models/sample.js';
import { varyingWeight } from '../../../words/errors/weights.js';
import { IdentificationError, InputError } from '../../../core/errors/errors.js';
import type { PanelIndex } from '../../../data/panel/panel.js';
import { type Grouping, groupingOf } from './effects.js';
import type { LinearSample } from './sample.js';

/** Units and periods of the rows used, and how many rows each unit has. */
export interface PanelRows {
  readonly units: Grouping;
  readonly periods: Grouping;
  /** Rows of each unit (units.count). */
  readonly sizes: Int32Array;
}

/** Units and periods that have rows, numbered without gaps. */
export function panelRows(sample: LinearSample): PanelRows {
  const panel = sample.panel!;
  const byTable = codesByRow(panel);
  const units = groupingOf({ name: panel.unit, codes: byTable.unit }, sample.rows);
  const periods = groupingOf({ name: panel.time, codes: byTable.period }, sample.rows);
  const sizes = new Int32Array(units.count);
  for (const unit of units.codes) sizes[unit]!++;
  return { units, periods, sizes };
}

/** Unit and period of each row of the table; periods in calendar order. */
export function codesByRow({ order, unitStart, period, nunits }: PanelIndex) {
  const unit = new Int32Array(order.length);
  const periodOfRow = new Int32Array(order.length);
  for (let i = 0; i < nunits; i++) {
    for (let position = unitStart[i]!; position < unitStart[i + 1]!; position++) {
      unit[order[position]!] = i;
      periodOfRow[order[position]!] = period[position]!;
    }
  }
  return { unit, period: periodOfRow };
}

/** @throws IdentificationError `group-of-one` when no unit has two rows to compare */
export function checkUnitSizes(estimator: string, { units, sizes }: PanelRows): void {
  if (sizes.some((size) => size > 1)) return;
  const detail = { unit: units.name, units: units.count };
  throw new IdentificationError(unitsOfOneRow(detail), estimator);
}

/**
 * Checks that weights are constant within units, as in Stata's xtreg.
 *
 * @throws InputError `varying-weight` names a unit
 */
export function checkUnitWeights(column: string, sample: LinearSample, { units }: PanelRows): void {
  const { weights, panel, rows } = sample;
  const first = new Map<number, number>();
  units.codes.forEach((unit, i) => {
    const weight = weights![i]!;
    const before = first.get(unit);
    if (before === undefined) first.set(unit, weight);
    else if (before !== weight) {
      const name = panel!.unitNames[unitOfRow(panel!, rows[i]!)]!;
      const detail = { column, unit: name, found: [before, weight] } as const;
      throw new InputError(varyingWeight(detail), 'panel');
    }
  });
}

function unitOfRow({ order, unitStart, nunits }: PanelIndex, row: number): number {
  const position = order.indexOf(row);
  for (let unit = 0; unit < nunits; unit++) {
    if (position < unitStart[unit + 1]!) return unit;
  }
  return nunits - 1;
}
