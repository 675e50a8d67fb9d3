import { RowWidth } from '../../../generated/codes.js';
import type { Instrument } from '../../../results/fit.js';
import type { DpdDesign, DpdSample } from './design.js';
import type { InstrumentSpec } from './instrument-specs.js';

/** By the bits of the equations: 1 transformed, 2 level, 4 the other transformation. */
const equationNames = [undefined, 'diff', 'level', 'both', 'diff', undefined, 'both'] as const;

/**
 * Every potential instrument column of the core's description in words, dropped ones too. `groups` are the names of the
 * groups; `lag` counts for GMM-style columns, and the period is -1 of a column that serves them all.
 */
export function describeInstruments(
  table: Int32Array,
  sample: DpdSample,
  groups: readonly string[],
): Instrument[] {
  const instruments: Instrument[] = [];
  for (let at = 0; at < table.length; at += RowWidth['instrument-column']) {
    instruments.push(describe(table, at, sample, groups));
  }
  return instruments;
}

/** The column at a place of the table. Its keys are added one by one: parts that are spread take as long as the names. */
function describe(
  table: Int32Array,
  at: number,
  sample: DpdSample,
  groups: readonly string[],
): Instrument {
  const { design, panel } = sample;
  const spec = design.specs[table[at]!]!;
  const equation = equationNames[table[at + 1]!]!;
  const [lag, period, nonzero] = [table[at + 2]!, table[at + 3]!, table[at + 4]!];
  const calendar = period >= 0 ? panel.periods[period]! : undefined;
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
  if (nonzero === 0) instrument.dropped = zeroReason(spec, lag, period, sample);
  return instrument;
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
