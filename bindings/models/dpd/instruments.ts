import type { Instrument } from '../fit-result.js';
import type { DpdDesign, DpdSample } from './design.js';
import type { InstrumentSpec } from './specs.js';

const FIELDS = 6;
/** By the bits of the equations: 1 transformed, 2 level, 4 the other transformation. */
const equationNames = [undefined, 'diff', 'level', 'both', 'diff', undefined, 'both'] as const;

/** Every potential instrument column in words, dropped ones too. `groups` are the names of the groups. */
export function describeInstruments(
  table: Int32Array,
  sample: DpdSample,
  groups: readonly string[],
): Instrument[] {
  const count = table.length / FIELDS;
  return Array.from({ length: count }, (_, i) => {
    const field = (place: number) => table[FIELDS * i + place]!;
    const own = sample.design.specs[field(0)]!;
    const where = equationNames[field(1)]!;
    const [lag, period, nonzero] = [field(2), field(3), field(4)];
    const gmm = own.kind === 'gmm';
    const calendar = period >= 0 ? sample.panel.periods[period]! : undefined;
    return {
      name: instrumentName(own, where, lag, calendar),
      group: own.group < 0 ? '_cons' : groups[own.group]!,
      equation: where,
      ...(own.other && { transform: otherTransform(sample.design) }),
      ...(own.passthru && { passthru: true }),
      ...(gmm && { lag: lag }),
      ...(calendar !== undefined && { period: calendar }),
      nonzero: nonzero,
      ...(nonzero === 0 && { dropped: zeroReason(own, lag, period, sample) }),
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
