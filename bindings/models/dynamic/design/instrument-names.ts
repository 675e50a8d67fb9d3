import { calendarValue, periodName } from '../../../data/panel/panel.js';
import { RowWidth } from '../../../generated/codes.js';
import type { Instrument } from '../../../results/fit.js';
import { type ZeroColumn, zeroColumn } from '../../../words/errors/models/dynamic.js';
import type { DynamicDesign, DynamicSample } from './design.js';
import type { InstrumentSpec } from './instrument-specs.js';

/** Indexed by the bits of the equations: 1 transformed, 2 level, 4 the other transformation. */
const equationNames = [undefined, 'diff', 'level', 'both', 'diff', undefined, 'both'] as const;

/**
 * Puts every potential instrument column into words, also those that the core dropped. `groups` are the names of the
 * groups. Only GMM-style columns have a lag; period -1 means that a column serves all periods.
 */
export function describeInstruments(
  table: Int32Array,
  sample: DynamicSample,
  groups: readonly string[],
): Instrument[] {
  const instruments: Instrument[] = [];
  for (let offset = 0; offset < table.length; offset += RowWidth['instrument-column']) {
    instruments.push(describe(table, offset, sample, groups));
  }
  return instruments;
}

/**
 * Describes the column at an offset of the table. Keys are added one by one, as spreading objects takes as long as
 * writing the names.
 */
function describe(
  table: Int32Array,
  offset: number,
  sample: DynamicSample,
  groups: readonly string[],
): Instrument {
  const { design, panel } = sample;
  const spec = design.specs[table[offset]!]!;
  const equation = equationNames[table[offset + 1]!]!;
  const [lag, period, nonzero] = [table[offset + 2]!, table[offset + 3]!, table[offset + 4]!];
  const calendar = period >= 0 ? calendarValue(panel, period) : undefined;
  const instrument: { -readonly [Key in keyof Instrument]: Instrument[Key] } = {
    name: instrumentName(spec, equation, lag, calendar),
    group: spec.group < 0 ? '_cons' : groups[spec.group]!,
    equation,
  };
  if (spec.other) instrument.transform = otherTransform(design);
  if (spec.passthru) instrument.passthru = true;
  if (spec.kind === 'gmm') instrument.lag = lag;
  if (calendar !== undefined) instrument.period = calendar;
  instrument.nonzero = nonzero;
  if (nonzero === 0) {
    const told = zeroColumn(zeroReason(spec, lag, period, sample));
    instrument.dropped = told.text;
    instrument.told = told;
  }
  return instrument;
}

/** Why a column is zero in every row: its date is outside the panel, or no row of the sample has it. */
function zeroReason(
  { kind }: InstrumentSpec,
  lag: number,
  period: number,
  { panel }: DynamicSample,
): ZeroColumn {
  if (kind !== 'gmm' || period < 0) return { kind: 'zero' };
  const { nperiods } = panel;
  if (period - lag < 0) return { kind: 'before', period: periodName(panel, 0) };
  if (period - lag >= nperiods) return { kind: 'after', period: periodName(panel, nperiods - 1) };
  return { kind: 'unused' };
}

/** The group of every potential column, and why the column is zero if it is. */
export function zeroColumnsOf(table: Int32Array, sample: DynamicSample) {
  return Array.from({ length: table.length / RowWidth['instrument-column'] }, (_, i) => {
    const offset = i * RowWidth['instrument-column'];
    const spec = sample.design.specs[table[offset]!]!;
    const [lag, period, nonzero] = [table[offset + 2]!, table[offset + 3]!, table[offset + 4]!];
    const zero = nonzero === 0 ? zeroReason(spec, lag, period, sample) : undefined;
    return { group: spec.group, zero };
  });
}

/**
 * Writes `L2.n, 1979` in the transformed and `L1.D.n, 1979` in the level equation. A collapsed column has no period.
 */
function instrumentName(
  spec: InstrumentSpec,
  equation: 'diff' | 'level' | 'both',
  lag: number,
  period: number | string | undefined,
): string {
  if (spec.kind !== 'gmm') return spec.name;
  const base = equation === 'level' && !spec.passthru ? `D.${spec.name}` : spec.name;
  const lagged = lag === 0 ? base : lag > 0 ? `L${lag}.${base}` : `F${-lag}.${base}`;
  return period === undefined ? lagged : `${lagged}, ${period}`;
}

function otherTransform({ transform }: DynamicDesign): 'fd' | 'fod' {
  return transform === 'fod' ? 'fd' : 'fod';
}
