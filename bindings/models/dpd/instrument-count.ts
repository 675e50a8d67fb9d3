/** How many instruments a model has, how that compares with its units, and what would reduce it. */
import type { InstrumentCount, InstrumentGrade, Reduction } from '../dynamic-result.js';
import type { Instrument } from '../fit-result.js';
import type { DpdModel } from './model.js';
import { groupNames } from './specs.js';

interface Counts {
  readonly ninstruments: number;
  readonly rank: number;
  readonly ngroups: number;
}

/** Lags that the shorter windows of a reduction keep. */
const FEW_LAGS = 2;

/** Counts the columns, and those of alternative windows, from the description of the potential columns. */
export function instrumentCount(
  model: DpdModel,
  instruments: readonly Instrument[],
  { ninstruments, rank, ngroups }: Counts,
): InstrumentCount {
  const present = instruments.filter(({ dropped }) => dropped === undefined);
  const ratio = rank / ngroups;
  return {
    columns: ninstruments,
    zeroColumns: instruments.length - present.length,
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

function reductions(model: DpdModel, present: readonly Instrument[]): Reduction[] {
  const names = groupNames(model);
  const firstLag = new Map(model.gmm.map((group, g) => [names[g]!, group.lags[0]]));
  const wide = model.gmm.some(({ lags: [from, to] }) => to === null || to - from + 1 > FEW_LAGS);
  const short = present.filter(({ group, equation, lag }) => {
    const first = firstLag.get(group);
    return first === undefined || equation !== 'diff' || lag! < first + FEW_LAGS;
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

/** Columns when those of one variable, equation and lag are added up over the periods. */
function collapsed(columns: readonly Instrument[]): number {
  return new Set(
    columns.map(({ name, group, equation, period }) => {
      const variable = period === undefined ? name : name.slice(0, name.lastIndexOf(', '));
      return `${equation}\n${group}\n${variable}`;
    }),
  ).size;
}
