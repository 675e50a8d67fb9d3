/** A report on instruments in a paragraph of plain words. */
import type { InstrumentCount } from '../../results/dynamic.js';
import { isFailure } from '../../jobs/failures.js';
import type { GroupVariant, InstrumentReport, Variant, Verdict, WindowVariant } from './result.js';

type Findings = Omit<InstrumentReport, 'kind' | 'title' | 'depvar' | 'verdict'>;

/** Above this p-value Hansen's test can no longer reject. */
const TOO_GOOD = 0.99;
const ALPHA = 0.05;
/** Instruments per unit below which their number is no concern, as in the grades of the count. */
const FEW = 0.5;

export function verdictOf(findings: Findings): Verdict {
  const { count, own } = findings;
  const powerless = own.hansen.pValue !== null && own.hansen.pValue > TOO_GOOD;
  const escalated = powerless && count.grade !== 'more than units' ? 'high' : count.grade;
  const sentences = [
    countSentence(count),
    hansenSentence(own),
    ...driftSentence(findings),
    ...groupSentence(findings.groups),
    ...acceptedSentence(findings),
    ...reductionSentences(findings, escalated),
  ];
  return { grade: escalated, words: sentences.join(' ') };
}

const concerns = {
  none: 'their number is no concern',
  moderate: 'a moderate concern, as two-step standard errors and the Hansen test begin to suffer',
  high: 'a high concern, as estimates lean towards least squares and the Hansen test loses power',
  'more than units':
    'too many, as the two-step weighting matrix is singular, estimates lean towards least squares and the Hansen test has no power',
} as const;

function countSentence({ rank, units, ratio, grade }: InstrumentCount): string {
  return `${rank} instruments for ${units} units (${ratio.toFixed(2)} per unit): ${concerns[grade]}.`;
}

function hansenSentence({ hansen }: Variant): string {
  if (hansen.stat === null) return `Their validity cannot be tested: ${hansen.reason}.`;
  const { stat, df, pValue } = hansen;
  const found = `Hansen's J is ${stat.toFixed(1)} with ${String(df)} degrees of freedom, p = ${pText(pValue)}`;
  if (pValue < ALPHA)
    return `${found}: the instruments are rejected as a set, whatever their number.`;
  if (pValue > TOO_GOOD)
    return `${found}: a value so near 1 is a sign of too many instruments, not of valid ones.`;
  return `${found}: the test does not reject.`;
}

/** The largest shift of the first lag of the outcome between two windows, and where the path starts and ends. */
function driftSentence({ own, bounds, windows }: Findings): string[] {
  if (bounds === null) return [];
  const path = windows.filter(({ collapse }) => !collapse).flatMap(estimated);
  const { coefficient, within, pooledOls } = bounds;
  const at = ({ params }: Variant) => params[coefficient]!;
  const shift = largestShift(path, at);
  if (shift === undefined) return [];
  const [from, to] = shift;
  const [first, last] = [path[0]!, path.at(-1)!];
  const nearer = [
    Math.abs(at(to) - pooledOls) < Math.abs(at(from) - pooledOls) ? ['pooled least squares'] : [],
    Math.abs(at(to) - within) < Math.abs(at(from) - within) ? ['within'] : [],
  ].flat();
  const direction = nearer.length === 0 ? 'away from both' : `towards ${nearer.join(' and ')}`;
  const place = (one: Estimated) => `${at(one).toFixed(3)} at ${lagWords(one.lags)}`;
  const size = Math.abs(at(to) - at(from)) / own.stdErrors[coefficient]!;
  const ends = [
    from === first ? [] : [`starts from ${place(first)}`],
    to === last ? [] : [`ends at ${place(last)}`],
  ].flat();
  const rest = ends.length === 0 ? '' : ` It ${ends.join(' and ')}.`;
  return [
    `Among windows that are not collapsed, ${coefficient} moves most from ${place(from)} to ${place(to)}: ${size.toFixed(1)} standard errors ${direction} (within ${within.toFixed(3)}, pooled least squares ${pooledOls.toFixed(3)}).${rest}`,
  ];
}

/** The two places on a path, in its order, that lie farthest apart; undefined on a path of fewer than two. */
function largestShift<T>(
  path: readonly T[],
  at: (place: T) => number,
): readonly [T, T] | undefined {
  const pairs = path.flatMap((from, i) => path.slice(i + 1).map((to) => [from, to] as const));
  const size = ([from, to]: readonly [T, T]) => Math.abs(at(to) - at(from));
  return pairs.sort((a, b) => size(b) - size(a))[0];
}

type Estimated = WindowVariant & Variant;

function estimated(window: WindowVariant): Estimated[] {
  return isFailure(window.outcome) ? [] : [{ ...window, ...window.outcome }];
}

function lagWords(lags: number): string {
  return lags === 1 ? '1 lag' : `${lags} lags`;
}

/** The group whose absence moves a coefficient most. */
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
    Math.abs(shift) > 1 ? 'the estimates depend on it' : 'the estimates do not depend on one group';
  const direction = shift > 0 ? 'rises' : 'falls';
  return [
    `Without ${group}, ${name} ${direction} by ${Math.abs(shift).toFixed(1)} standard errors, the largest shift for any group: ${weight}.`,
  ];
}

/** Where the instruments are rejected, the groups without which they are not. */
function acceptedSentence({ own, groups }: Findings): string[] {
  if (own.hansen.pValue === null || own.hansen.pValue >= ALPHA) return [];
  const accepted = groups.flatMap(({ group, outcome }) =>
    !isFailure(outcome) && outcome.hansen.pValue !== null && outcome.hansen.pValue >= ALPHA
      ? [`${group} (p = ${pText(outcome.hansen.pValue)})`]
      : [],
  );
  if (accepted.length === 0) return [];
  return [`The test no longer rejects without ${accepted.join(', or without ')}.`];
}

/**
 * What fewer instruments would cost in precision: the most that are no concern, or the fewest where all are. Where there
 * is no concern, nothing is advised.
 */
function reductionSentences(findings: Findings, grade: Verdict['grade']): string[] {
  if (grade === 'none') return ['There is no need for fewer instruments.'];
  const { own, windows, bounds } = findings;
  const fewer = windows.flatMap(estimated).filter(({ rank }) => rank < own.rank);
  const enough = fewer.filter(({ ratio }) => ratio < FEW);
  const candidates =
    enough.length > 0
      ? enough.sort((a, b) => b.rank - a.rank || a.lags - b.lags)
      : fewer.sort((a, b) => a.rank - b.rank || a.lags - b.lags);
  const choice = [false, true].flatMap((collapse) => {
    const best = candidates.find((window) => window.collapse === collapse);
    return best === undefined ? [] : [best];
  });
  if (choice.length === 0) return ['No shorter window leaves an estimate.'];
  const name = bounds?.coefficient ?? Object.keys(own.params)[0]!;
  return choice.map((best) => reductionSentence(best, own, name));
}

function reductionSentence(best: Estimated, model: Variant, name: string): string {
  const windows = best.collapse ? 'Collapsed windows' : 'Windows';
  const cost = 100 * (best.stdErrors[name]! / model.stdErrors[name]! - 1);
  const change = cost < 0 ? `${(-cost).toFixed(0)}% smaller` : `${cost.toFixed(0)}% larger`;
  const p =
    best.hansen.pValue === null ? 'no Hansen test' : `Hansen p ${pText(best.hansen.pValue)}`;
  return `${windows} of ${lagWords(best.lags)} leave ${best.rank} instruments (${best.ratio.toFixed(2)} per unit): ${name} is ${best.params[name]!.toFixed(3)} instead of ${model.params[name]!.toFixed(3)}, and its standard error is ${change}; ${p}.`;
}

function pText(p: number): string {
  return p >= 0.001 ? p.toFixed(4) : p.toExponential(1);
}
