/** The report on instruments as a paragraph. */
import { counted } from '../../../words/text/messages.js';
import type { InstrumentCount } from '../../../results/dynamic.js';
import { isFailure } from '../../../core/jobs/failures.js';
import type { GroupVariant, InstrumentReport, Variant, Verdict, WindowVariant } from './result.js';

type Findings = Omit<InstrumentReport, 'kind' | 'title' | 'depvar' | 'verdict'>;

/** If the p-value is larger than this, Hansen's test has no power. */
const TOO_GOOD = 0.99;
const ALPHA = 0.05;
/** With fewer instruments per unit than this, their number is no concern, as in the grades of the count. */
const FEW = 0.5;

export function verdictOf(findings: Findings): Verdict {
  const { count, own: original } = findings;
  const powerless = original.hansen.pValue !== null && original.hansen.pValue > TOO_GOOD;
  const escalated = powerless && count.grade !== 'more than units' ? 'high' : count.grade;
  const sentences = [
    countSentence(count),
    hansenSentence(original),
    ...driftSentence(findings),
    ...groupSentence(findings.groups),
    ...acceptedSentence(findings),
    ...reductionSentences(findings, escalated),
  ];
  return { grade: escalated, words: sentences.join(' ') };
}

const concerns = {
  none: 'the number is no concern',
  moderate:
    'a moderate concern, because two-step standard errors and the Hansen test become less reliable',
  high: 'a high concern, because estimates are biased towards least squares and the Hansen test loses power',
  'more than units':
    'too many. The two-step weighting matrix is singular, estimates are biased towards least squares, and the Hansen test has no power',
} as const;

function countSentence({ rank, units, ratio, grade }: InstrumentCount): string {
  return `${counted(rank, 'instrument')} for ${counted(units, 'unit')} (${ratio.toFixed(2)} per unit): ${concerns[grade]}.`;
}

function hansenSentence({ hansen }: Variant): string {
  if (hansen.stat === null) return `Their validity cannot be tested: ${hansen.reason}.`;
  const { stat, df, pValue } = hansen;
  const statistic = `Hansen's J is ${stat.toFixed(1)} with ${String(df)} degrees of freedom, p = ${pText(pValue)}`;
  if (pValue < ALPHA) return `${statistic}: the test rejects the instruments.`;
  if (pValue > TOO_GOOD)
    return `${statistic}: a p-value near 1 indicates too many instruments, not valid ones.`;
  return `${statistic}: the test does not reject the instruments.`;
}

/** The largest change of the first lag of the outcome between two windows, and the ends of the path. */
function driftSentence({ own: original, bounds, windows }: Findings): string[] {
  if (bounds === null) return [];
  const path = windows.filter(({ collapse }) => !collapse).flatMap(estimated);
  const { coefficient, within, pooledOls } = bounds;
  const coefficientOf = ({ params }: Variant) => params[coefficient]!;
  const shift = largestShift(path, coefficientOf);
  if (shift === undefined) return [];
  const [from, to] = shift;
  const [first, last] = [path[0]!, path.at(-1)!];
  const nearer = [
    Math.abs(coefficientOf(to) - pooledOls) < Math.abs(coefficientOf(from) - pooledOls)
      ? ['pooled least squares']
      : [],
    Math.abs(coefficientOf(to) - within) < Math.abs(coefficientOf(from) - within)
      ? ['the within estimate']
      : [],
  ].flat();
  const direction =
    nearer.length === 0 ? 'away from both bounds' : `towards ${nearer.join(' and ')}`;
  const place = (one: Estimated) => `${coefficientOf(one).toFixed(3)} with ${lagWords(one.lags)}`;
  const size = Math.abs(coefficientOf(to) - coefficientOf(from)) / original.stdErrors[coefficient]!;
  const ends = [
    from === first ? [] : [`starts at ${place(first)}`],
    to === last ? [] : [`ends at ${place(last)}`],
  ].flat();
  const rest = ends.length === 0 ? '' : ` The path ${ends.join(' and ')}.`;
  return [
    `The largest change of ${coefficient} between uncollapsed windows is from ${place(from)} to ${place(to)}: ${size.toFixed(1)} standard errors, ${direction} (within ${within.toFixed(3)}, pooled least squares ${pooledOls.toFixed(3)}).${rest}`,
  ];
}

/** The two points of a path, in order, that are farthest apart; undefined for fewer than two points. */
function largestShift<T>(
  path: readonly T[],
  valueOf: (place: T) => number,
): readonly [T, T] | undefined {
  const pairs = path.flatMap((from, i) => path.slice(i + 1).map((to) => [from, to] as const));
  const size = ([from, to]: readonly [T, T]) => Math.abs(valueOf(to) - valueOf(from));
  return pairs.sort((a, b) => size(b) - size(a))[0];
}

type Estimated = WindowVariant & Variant;

function estimated(window: WindowVariant): Estimated[] {
  return isFailure(window.outcome) ? [] : [{ ...window, ...window.outcome }];
}

function lagWords(lags: number): string {
  return counted(lags, 'lag');
}

/** Names the group whose removal changes a coefficient most. */
function groupSentence(groups: readonly GroupVariant[]): string[] {
  const shifts = groups.flatMap(({ group, outcome }) =>
    isFailure(outcome)
      ? []
      : Object.entries(outcome.shifts).map(([name, shift]) => ({ group, name, shift })),
  );
  const [most] = shifts.sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  if (most === undefined) return [];
  const { group, name, shift } = most;
  const weight =
    Math.abs(shift) > 1
      ? 'the estimates depend on this group'
      : 'the estimates do not depend on a single group';
  const rises = shift > 0 ? 'rises' : 'falls';
  return [
    `Without ${group}, the coefficient of ${name} ${rises} by ${Math.abs(shift).toFixed(1)} standard errors, the largest change for any group: ${weight}.`,
  ];
}

/** If the test rejects, names the groups without which it does not. */
function acceptedSentence({ own: original, groups }: Findings): string[] {
  if (original.hansen.pValue === null || original.hansen.pValue >= ALPHA) return [];
  const accepted = groups.flatMap(({ group, outcome }) =>
    !isFailure(outcome) && outcome.hansen.pValue !== null && outcome.hansen.pValue >= ALPHA
      ? [`${group} (p = ${pText(outcome.hansen.pValue)})`]
      : [],
  );
  if (accepted.length === 0) return [];
  return [`The test does not reject without ${accepted.join(', or without ')}.`];
}

/**
 * States the precision that fewer instruments would cost: at the largest number that is no concern or, if all are a
 * concern, at the smallest number.
 */
function reductionSentences(findings: Findings, grade: Verdict['grade']): string[] {
  if (grade === 'none') return ['There is no need to reduce the instruments.'];
  const { own: original, windows, bounds } = findings;
  const fewer = windows.flatMap(estimated).filter(({ rank }) => rank < original.rank);
  const enough = fewer.filter(({ ratio }) => ratio < FEW);
  const candidates =
    enough.length > 0
      ? enough.sort((a, b) => b.rank - a.rank || a.lags - b.lags)
      : fewer.sort((a, b) => a.rank - b.rank || a.lags - b.lags);
  const choice = [false, true].flatMap((collapse) => {
    const best = candidates.find((window) => window.collapse === collapse);
    return best === undefined ? [] : [best];
  });
  if (choice.length === 0) return ['The model cannot be estimated with any shorter window.'];
  const name = bounds?.coefficient ?? Object.keys(original.params)[0]!;
  return choice.map((best) => reductionSentence(best, original, name));
}

function reductionSentence(best: Estimated, original: Variant, name: string): string {
  const collapsed = best.collapse ? ', collapsed,' : '';
  const cost = 100 * (best.stdErrors[name]! / original.stdErrors[name]! - 1);
  const change = cost < 0 ? `${(-cost).toFixed(0)}% smaller` : `${cost.toFixed(0)}% larger`;
  const p =
    best.hansen.pValue === null ? 'no Hansen test' : `Hansen p = ${pText(best.hansen.pValue)}`;
  return `Windows of ${lagWords(best.lags)}${collapsed} leave ${counted(best.rank, 'instrument')} (${best.ratio.toFixed(2)} per unit): ${name} is ${best.params[name]!.toFixed(3)} instead of ${original.params[name]!.toFixed(3)}, its standard error is ${change}, ${p}.`;
}

function pText(p: number): string {
  return p >= 0.001 ? p.toFixed(4) : p.toExponential(1);
}
