/** How many instruments a model has, how that compares with its units, and what would reduce it. */
import type { InstrumentCount, InstrumentGrade, Reduction } from '../dynamic-result.js';
import type { DpdModel } from './model.js';
import { type InstrumentColumn, instrumentColumns } from './instruments.js';
import type { InstrumentSpec } from './specs.js';

interface Counts {
  /** The potential columns, as the core describes them. */
  readonly instruments: Int32Array;
  readonly ninstruments: number;
  readonly rank: number;
  readonly ngroups: number;
}

/** Lags that the shorter windows of a reduction keep. */
const FEW_LAGS = 2;

/** Counts the columns, and those of alternative windows, from the description of the potential columns. */
export function instrumentCount(
  model: DpdModel,
  specs: readonly InstrumentSpec[],
  { instruments, ninstruments, rank, ngroups }: Counts,
): InstrumentCount {
  const potential = instrumentColumns(instruments, specs);
  const present = potential.filter(({ nonzero }) => nonzero > 0);
  const ratio = rank / ngroups;
  return {
    columns: ninstruments,
    zeroColumns: potential.length - present.length,
    rank,
    units: ngroups,
    ratio,
    grade: gradeOf(ratio),
    reductions: reductions(model, present),
  };
}

/** From half the units on estimates lean towards least squares and Hansen's test loses power (Roodman 2009b). */
function gradeOf(ratio: number): InstrumentGrade {
  if (ratio > 1) return 'more than units';
  if (ratio >= 0.8) return 'high';
  return ratio >= 0.5 ? 'moderate' : 'none';
}

function reductions(model: DpdModel, present: readonly InstrumentColumn[]): Reduction[] {
  const wide = model.gmm.some(({ lags: [from, to] }) => to === null || to - from + 1 > FEW_LAGS);
  const short = present.filter(({ spec, equation, lag }) => {
    const first = model.gmm[spec.group]?.lags[0];
    return first === undefined || equation !== 'diff' || lag < first + FEW_LAGS;
  });
  const options: readonly Reduction[] = [
    { change: 'collapse', columns: collapsed(present) },
    ...(wide
      ? [
          { change: `windows of ${FEW_LAGS} lags`, columns: short.length },
          { change: `collapse and windows of ${FEW_LAGS} lags`, columns: collapsed(short) },
        ]
      : []),
  ];
  return options.filter(({ columns }) => columns < present.length);
}

const equationNumbers = { diff: 0, level: 1, both: 2 } as const;

/** Columns when those of one variable, equation and lag are added up over the periods. */
function collapsed(columns: readonly InstrumentColumn[]): number {
  const seen = new Map<InstrumentSpec, Set<number>>();
  let count = 0;
  for (const { spec, equation, lag } of columns) {
    let own = seen.get(spec);
    if (own === undefined) seen.set(spec, (own = new Set()));
    const before = own.size;
    count += own.add(3 * lag + equationNumbers[equation]).size - before;
  }
  return count;
}
