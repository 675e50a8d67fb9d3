/** How many instruments a model has, how that compares with its units, and what would reduce it. */
import { EquationBit, RowWidth } from '../../../generated/codes.js';
import type { InstrumentCount, InstrumentGrade, Reduction } from '../../../results/dynamic.js';
import type { DynamicModel } from '../model/model.js';
import type { InstrumentSpec } from '../design/instrument-specs.js';
import { reductionWords } from '../../../words/en/warnings/instruments.js';

interface Counts {
  /** Potential columns, as the core describes them. */
  readonly instruments: Int32Array;
  readonly ninstruments: number;
  readonly rank: number;
  readonly ngroups: number;
}

/** Lags that the shorter windows of a reduction keep. */
const FEW_LAGS = 2;

/** Counts the instrument columns of the model and of alternative lag windows. */
export function instrumentCount(
  model: DynamicModel,
  specs: readonly InstrumentSpec[],
  { instruments, ninstruments, rank, ngroups }: Counts,
): InstrumentCount {
  const windows = countWindows(model, specs, instruments);
  const ratio = rank / ngroups;
  return {
    columns: ninstruments,
    zeroColumns: instruments.length / RowWidth['instrument-column'] - windows.present,
    rank,
    units: ngroups,
    ratio,
    grade: gradeOf(ratio),
    reductions: reductions(model, windows),
  };
}

/**
 * From half as many instruments as units on, estimates move towards least squares and Hansen's test loses power
 * (Roodman 2009b).
 */
function gradeOf(ratio: number): InstrumentGrade {
  if (ratio > 1) return 'more than units';
  if (ratio >= 0.8) return 'high';
  return ratio >= 0.5 ? 'moderate' : 'none';
}

function reductions(model: DynamicModel, windows: Windows): Reduction[] {
  const { present, short, collapsed, shortCollapsed } = windows;
  const wide = model.gmm.some(({ lags: [from, to] }) => to === null || to - from + 1 > FEW_LAGS);
  const options = [
    { collapse: true, columns: collapsed },
    ...(wide
      ? [
          { lags: FEW_LAGS, columns: short },
          { collapse: true, lags: FEW_LAGS, columns: shortCollapsed },
        ]
      : []),
  ];
  return options
    .filter(({ columns }) => columns < present)
    .map((one) => ({ change: reductionWords(one), ...one }));
}

/** Nonzero columns: all of them, those of shorter windows, and both counts when collapsed. */
interface Windows {
  readonly present: number;
  readonly short: number;
  readonly collapsed: number;
  readonly shortCollapsed: number;
}

/** Counts in one pass over the core's table, without an object for each column. */
function countWindows(
  model: DynamicModel,
  specs: readonly InstrumentSpec[],
  table: Int32Array,
): Windows {
  const collapsed = new Set<number>();
  const shortCollapsed = new Set<number>();
  let present = 0;
  let short = 0;
  for (let offset = 0; offset < table.length; offset += RowWidth['instrument-column']) {
    const [spec, bits, lag] = [table[offset]!, table[offset + 1]!, table[offset + 2]!];
    if (table[offset + 4] === 0) continue;
    present++;
    // Collapsing merges the columns of one variable, equation and lag. The bits of equations are below 8.
    const key = spec + specs.length * (8 * lag + bits);
    collapsed.add(key);
    const first = model.gmm[specs[spec]!.group]?.lags[0];
    if (first !== undefined && (bits & EquationBit.level) === 0 && lag >= first + FEW_LAGS) {
      continue;
    }
    short++;
    shortCollapsed.add(key);
  }
  return { present, short, collapsed: collapsed.size, shortCollapsed: shortCollapsed.size };
}
