import type { Built } from '../../data/index.js';
import type { ByName, Labelled, Warning } from '../common.js';
import type { DataValue } from './description.js';

/** A period: a number, or the text of a date. */
export type PeriodValue = number | string;

/** Presence of units: `1` for a period with a row, `0` for one without, from the first period to the last. */
export interface PresencePattern {
  readonly pattern: string;
  readonly units: number;
}

/** Distribution over units of the number of periods with a row. */
export interface Spells {
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
  /** Most frequent patterns first. */
  readonly patterns: readonly PresencePattern[];
}

/** Consecutive periods without a row, after the first row of a unit and before its last. */
export interface Gap {
  readonly unit: DataValue;
  /** First and last period without a row. */
  readonly from: PeriodValue;
  readonly to: PeriodValue;
}

/** A unit and period with several rows. */
export interface DuplicateKey {
  readonly unit: DataValue;
  readonly time: PeriodValue;
  readonly rows: number;
  /** Rows of the file with this unit and period. */
  readonly rowNumbers: readonly number[];
}

/** Transitions between the values of a column from one period to the next. */
export interface Transitions {
  readonly levels: readonly DataValue[];
  /** Labels of the levels, if the file has them. */
  readonly labels?: readonly string[];
  /** Rows are the earlier value, columns the later one. */
  readonly counts: readonly (readonly number[])[];
}

/** A band of neighbouring units, and the share of their possible rows that exist in each band of periods. */
export interface PresenceRow {
  readonly from: string;
  readonly to: string;
  readonly units: number;
  readonly shares: readonly number[];
}

/**
 * Which units have rows in which periods, in bands of units and of periods; in a small panel each band is a single one.
 */
export interface Presence {
  readonly periods: readonly { readonly from: PeriodValue; readonly to: PeriodValue }[];
  readonly units: readonly PresenceRow[];
}

/** The shape of a panel. */
export interface PanelReport extends Labelled {
  readonly kind: 'panel-report';
  readonly unit: string;
  readonly time: string;
  readonly units: number;
  /** Number of different periods with rows. */
  readonly periods: number;
  /** The unit of dates, such as `month`; for numbers the step between periods; null if the times are irregular. */
  readonly frequency: string | number | null;
  /** Steps between neighbouring periods, in the unit of dates; null if the times are irregular. */
  readonly step: number | null;
  readonly first: PeriodValue | null;
  readonly last: PeriodValue | null;
  /** Periods between the first and the last in which no unit has a row. */
  readonly emptyPeriods: readonly PeriodValue[];
  readonly rows: number;
  /** Rows without a unit or a time, which are not counted anywhere else. */
  readonly rowsWithoutKey: number;
  /** True if each unit has a row in each of the periods with rows. */
  readonly balanced: boolean;
  readonly spells: Spells;
  readonly gaps: readonly Gap[];
  readonly duplicates: readonly DuplicateKey[];
  /** Units by the period of their first row. */
  readonly entry: ByName;
  /** Units by the period of their last row. */
  readonly exit: ByName;
  /** Columns that are constant within every unit with two or more values. */
  readonly timeConstant: readonly string[];
  readonly transitions: ByName<Transitions>;
  readonly presence: Presence;
  /** Changes made to the data before. */
  readonly built?: Built;
  readonly warnings: readonly Warning[];
}
