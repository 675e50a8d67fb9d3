import type { Instrument } from '../fit-result.js';
import type { DpdDesign, DpdSample } from './design.js';
import type { InstrumentSpec } from './specs.js';

/** Integers of a potential column: spec, bits of its equations, lag, period, rows in which it is not zero, column. */
export const INSTRUMENT_FIELDS = 6;
/** By the bits of the equations: 1 transformed, 2 level, 4 the other transformation. */
const equationNames = [undefined, 'diff', 'level', 'both', 'diff', undefined, 'both'] as const;

/** A potential instrument column; `lag` counts for GMM-style ones, `period` is -1 where it serves them all. */
interface InstrumentColumn {
  readonly spec: InstrumentSpec;
  readonly equation: 'diff' | 'level' | 'both';
  readonly lag: number;
  readonly period: number;
  /** Rows in which it is not zero. */
  readonly nonzero: number;
}

/** The core's description of the potential columns, dropped ones too. */
function instrumentColumns(
  table: Int32Array,
  specs: readonly InstrumentSpec[],
): InstrumentColumn[] {
  const columns: InstrumentColumn[] = [];
  for (let at = 0; at < table.length; at += INSTRUMENT_FIELDS) {
    columns.push({
      spec: specs[table[at]!]!,
      equation: equationNames[table[at + 1]!]!,
      lag: table[at + 2]!,
      period: table[at + 3]!,
      nonzero: table[at + 4]!,
    });
  }
  return columns;
}

/** Every potential instrument column in words. `groups` are the names of the groups. */
export function describeInstruments(
  table: Int32Array,
  sample: DpdSample,
  groups: readonly string[],
): Instrument[] {
  const { design, panel } = sample;
  return instrumentColumns(table, design.specs).map((column) => {
    const { spec, equation, lag, period, nonzero } = column;
    const calendar = period >= 0 ? panel.periods[period]! : undefined;
    return {
      name: instrumentName(spec, equation, lag, calendar),
      group: spec.group < 0 ? '_cons' : groups[spec.group]!,
      equation,
      ...(spec.other && { transform: otherTransform(design) }),
      ...(spec.passthru && { passthru: true }),
      ...(spec.kind === 'gmm' && { lag }),
      ...(calendar !== undefined && { period: calendar }),
      nonzero,
      ...(nonzero === 0 && { dropped: zeroReason(spec, lag, period, sample) }),
    };
  });
}

/** Why a column is zero throughout: its date is outside the panel, or no row of the sample has it. */
function zeroReason(
  { kind }: InstrumentSpec,
  lag: number,
  period: number,
  { panel }: DpdSample,
): string {
  if (kind !== 'gmm' || period < 0) return 'zero in every row';
  const { periods, nperiods } = panel;
  if (period - lag < 0) return `before the first period, ${periods[0]!}`;
  if (period - lag >= nperiods) return `after the last period, ${periods[nperiods - 1]!}`;
  return 'in no row of the sample';
}

/** `L2.n, 1979` in the transformed, `L1.D.n, 1979` in the level equation; collapsed without a period. */
function instrumentName(
  spec: InstrumentSpec,
  equation: 'diff' | 'level' | 'both',
  lag: number,
  period: number | undefined,
): string {
  if (spec.kind !== 'gmm') return spec.name;
  const base = equation === 'level' && !spec.passthru ? `D.${spec.name}` : spec.name;
  const lagged = lag === 0 ? base : lag > 0 ? `L${lag}.${base}` : `F${-lag}.${base}`;
  return period === undefined ? lagged : `${lagged}, ${period}`;
}

function otherTransform({ transform }: DpdDesign): 'fd' | 'fod' {
  return transform === 'fod' ? 'fd' : 'fod';
}
