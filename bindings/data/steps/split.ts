/** Parts of a column by its size. */
import { InputError } from '../../core/errors/errors.js';
import { compensatedSum, quantile } from '../../core/numerics/sums.js';
import { levelsOf } from '../levels.js';
import type { PanelKeys } from '../panel/panel.js';
import { findColumn, finiteColumn, type Table } from '../table.js';
import type { SplitFacts } from './facts.js';
import type { SplitStep } from './step.js';
import { Cause, type TextValues } from './values.js';
import { emptyPart as emptyPartOf, noPanelForLevel } from '../../words/errors/steps.js';

export interface Split {
  readonly result: TextValues;
  readonly facts: SplitFacts;
}

/** Names of the parts, from the lowest. */
export function partNames(parts: number): readonly string[] {
  if (parts === 2) return ['low', 'high'];
  if (parts === 3) return ['low', 'middle', 'high'];
  return Array.from({ length: parts }, (_, i) => `part ${i + 1}`);
}

/**
 * Cuts a column. By row, cuts are computed from all rows. By unit, they are computed from the units' means, and each
 * unit is in one part. By year, they are computed within each period.
 *
 * @throws InputError `unknown-column`, `text-in-numeric-column`, `no-panel`, `empty-group`
 */
export function splitColumn(step: SplitStep, table: Table, panel: PanelKeys | undefined): Split {
  const { name, split: by, level = 'row' } = step;
  const values = finiteColumn(table, by, `build.${name}`);
  const units = panel && levelsOf(findColumn(table, panel.unit, 'panel.unit'));
  const placed = placedBy(step, { values, table, panel });
  const names = partNames(placed.parts);
  const counts = names.map((_, part) => placed.codes.filter((code) => code === part).length);
  const empty = counts.indexOf(0);
  if (empty >= 0) throw emptyPart(step, names[empty]!, placed.cuts, values);
  return {
    result: {
      kind: 'text',
      values: Array.from(placed.codes, (code) => names[code] ?? ''),
      order: names,
      causes: Uint8Array.from(placed.codes, (code, row) => causeOf(code, values[row]!)),
    },
    facts: {
      column: name,
      by,
      at: typeof step.at === 'string' ? step.at : step.at.join(', '),
      level,
      cuts: placed.cuts,
      ...(placed.cutsByPeriod && { cutsByPeriod: placed.cutsByPeriod }),
      counts: Object.fromEntries(names.map((part, i) => [part, counts[i]!])),
      switchingUnits: units === undefined ? null : switching(units, placed.codes),
    },
  };
}

function causeOf(code: number, value: number): number {
  if (code >= 0) return 0;
  return Number.isNaN(value) ? Cause.input : Cause.group;
}

interface Placed {
  /** The part of each row, -1 for none. */
  readonly codes: Int32Array;
  readonly parts: number;
  readonly cuts: readonly number[];
  readonly cutsByPeriod?: Readonly<Record<string, readonly number[]>>;
}

interface Source {
  readonly values: Float64Array;
  readonly table: Table;
  readonly panel: PanelKeys | undefined;
}

function placedBy(step: SplitStep, { values, table, panel }: Source): Placed {
  const { at: place, level = 'row' } = step;
  if (level === 'row') return placedRows(values, cutsOf(place, values));
  if (panel === undefined) throw noPanel(step.name, level);
  const key = level === 'unit' ? ('unit' as const) : ('time' as const);
  const groups = levelsOf(findColumn(table, panel[key], `panel.${key}`));
  if (level === 'unit') {
    const means = meansOf(values, groups.codes, groups.names.length);
    const cuts = cutsOf(place, means);
    const rows = Float64Array.from(groups.codes, (code) => means[code] ?? NaN);
    return placedRows(rows, cuts);
  }
  const cuts = groups.names.map((_, group) =>
    cutsOf(
      place,
      values.filter((__, row) => groups.codes[row] === group),
    ),
  );
  const codes = Int32Array.from(values, (value, row) => {
    const group = cuts[groups.codes[row]!];
    return group === undefined ? -1 : partOf(value, group);
  });
  const cutsByPeriod = Object.fromEntries(groups.names.map((name, g) => [name, cuts[g]!]));
  return { codes, parts: cuts[0]!.length + 1, cuts: [], cutsByPeriod };
}

function placedRows(values: Float64Array, cuts: readonly number[]): Placed {
  return {
    codes: Int32Array.from(values, (value) => partOf(value, cuts)),
    parts: cuts.length + 1,
    cuts,
  };
}

/** A value at a cut belongs above it. */
function partOf(value: number, cuts: readonly number[]): number {
  return Number.isNaN(value) ? -1 : cuts.filter((cut) => value >= cut).length;
}

function cutsOf(place: SplitStep['at'], values: Float64Array): readonly number[] {
  if (typeof place !== 'string') return place;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts =
    place === 'mean'
      ? [meanOf(sorted)]
      : (place === 'median' ? [1 / 2] : [1 / 3, 2 / 3]).map((share) => quantile(sorted, share));
  return cuts.map((cut) => snapped(cut, sorted));
}

/** Roundings of a mean, in units of the machine epsilon. */
const ROUNDINGS = 8;

/**
 * The lowest value that differs from a computed cut only by rounding, so that it belongs above the cut; otherwise the
 * cut.
 */
function snapped(cut: number, sorted: Float64Array): number {
  if (sorted.length === 0) return cut;
  const largest = Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!));
  const tie = ROUNDINGS * Number.EPSILON * largest;
  return sorted.find((value) => Math.abs(value - cut) <= tie) ?? cut;
}

const meanOf = (values: Float64Array) =>
  compensatedSum(values.length, (i) => values[i]!) / values.length;

/** The mean of each group's values, NaN for a group without one. */
function meansOf(values: Float64Array, codes: Int32Array, groups: number): Float64Array {
  const members: number[][] = Array.from({ length: groups }, () => []);
  codes.forEach((code, row) => {
    if (code >= 0 && !Number.isNaN(values[row])) members[code]!.push(values[row]!);
  });
  return Float64Array.from(members, (group) => meanOf(Float64Array.from(group)));
}

/** Units with rows in several parts. */
function switching(units: ReturnType<typeof levelsOf>, codes: Int32Array): number {
  const first = new Int32Array(units.names.length).fill(-1);
  const switches = new Uint8Array(units.names.length);
  codes.forEach((code, row) => {
    const unit = units.codes[row]!;
    if (code < 0 || unit < 0) return;
    if (first[unit]! < 0) first[unit] = code;
    else if (first[unit] !== code) switches[unit] = 1;
  });
  return switches.reduce((sum, one) => sum + one, 0);
}

function noPanel(name: string, level: string): InputError {
  return new InputError(noPanelForLevel({ path: `build.${name}.level`, level }), `build.${name}`);
}

function emptyPart(
  { name, split }: SplitStep,
  part: string,
  cuts: readonly number[],
  values: Float64Array,
): InputError {
  const present = values.filter((value) => !Number.isNaN(value));
  const range =
    present.length === 0 ? undefined : ([Math.min(...present), Math.max(...present)] as const);
  const detail = { path: `build.${name}.at`, column: split, cuts, part, range };
  return new InputError(emptyPartOf(detail), `build.${name}`);
}
