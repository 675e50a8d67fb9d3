/** The report on instruments as a paragraph. */
import { groupPhrase } from '../../../words/instrument-groups.js';
import type { InstrumentCount } from '../../../results/dynamic.js';
import { isFailure } from '../../../core/jobs/failures.js';
import type { GroupVariant, InstrumentReport, Variant, Verdict, WindowVariant } from './result.js';
import { because, list, plural, type Said, say, textOf } from '../../../words/phrase.js';

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
  const told = list(sentences, ' ');
  return { grade: escalated, words: textOf(told), told };
}

const concerns = {
  none: 'the number is no concern',
  moderate:
    'a moderate concern, because two-step standard errors and the Hansen test become less reliable',
  high: 'a high concern, because estimates are biased towards least squares and the Hansen test loses power',
  'more than units':
    'too many. The two-step weighting matrix is singular, estimates are biased towards least squares, and the Hansen test has no power',
} as const;

function countSentence({ rank, units, ratio, grade }: InstrumentCount): Said {
  return say(
    '{} for {} ({} per unit): {}.',
    plural(rank, 'instrument'),
    plural(units, 'unit'),
    ratio.toFixed(2),
    say(concerns[grade]),
  );
}

function hansenSentence({ hansen }: Variant): Said {
  if (hansen.stat === null) return say('Their validity cannot be tested: {}.', because(hansen));
  const { stat, df, pValue } = hansen;
  const statistic = say(
    "Hansen's J is {} with {} degrees of freedom, p = {}",
    stat.toFixed(1),
    String(df),
    pText(pValue),
  );
  if (pValue < ALPHA) return say('{}: the test rejects the instruments.', statistic);
  if (pValue > TOO_GOOD) {
    return say('{}: a p-value near 1 indicates too many instruments, not valid ones.', statistic);
  }
  return say('{}: the test does not reject the instruments.', statistic);
}

/** The largest change of the first lag of the outcome between two windows, and the ends of the path. */
function driftSentence({ own: original, bounds, windows }: Findings): Said[] {
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
      ? [say('pooled least squares')]
      : [],
    Math.abs(coefficientOf(to) - within) < Math.abs(coefficientOf(from) - within)
      ? [say('the within estimate')]
      : [],
  ].flat();
  const direction =
    nearer.length === 0 ? say('away from both bounds') : say('towards {}', list(nearer, ' and '));
  const place = (one: Estimated) =>
    say('{} with {}@lags', coefficientOf(one).toFixed(3), plural(one.lags, 'lag'));
  const size = Math.abs(coefficientOf(to) - coefficientOf(from)) / original.stdErrors[coefficient]!;
  const ends = [
    from === first ? [] : [say('starts at {}', place(first))],
    to === last ? [] : [say('ends at {}', place(last))],
  ].flat();
  const rest = ends.length === 0 ? '' : say(' The path {}.', list(ends, ' and '));
  return [
    say(
      'The largest change of {} between uncollapsed windows is from {} to {}: {} standard errors, {} (within {}, pooled least squares {}).{}',
      coefficient,
      place(from),
      place(to),
      size.toFixed(1),
      direction,
      within.toFixed(3),
      pooledOls.toFixed(3),
      rest,
    ),
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

/** Names the group whose removal changes a coefficient most. */
function groupSentence(groups: readonly GroupVariant[]): Said[] {
  const shifts = groups.flatMap(({ group, outcome }) =>
    isFailure(outcome)
      ? []
      : Object.entries(outcome.shifts).map(([name, shift]) => ({ group, name, shift })),
  );
  const [most] = shifts.sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  if (most === undefined) return [];
  const { group, name, shift } = most;
  const weight = say(
    Math.abs(shift) > 1
      ? 'the estimates depend on this group'
      : 'the estimates do not depend on a single group',
  );
  const rises = say(shift > 0 ? 'rises' : 'falls');
  return [
    say(
      'Without {}, the coefficient of {} {} by {} standard errors, the largest change for any group: {}.',
      groupPhrase(group),
      name,
      rises,
      Math.abs(shift).toFixed(1),
      weight,
    ),
  ];
}

/** If the test rejects, names the groups without which it does not. */
function acceptedSentence({ own: original, groups }: Findings): Said[] {
  if (original.hansen.pValue === null || original.hansen.pValue >= ALPHA) return [];
  const accepted = groups.flatMap(({ group, outcome }) =>
    !isFailure(outcome) && outcome.hansen.pValue !== null && outcome.hansen.pValue >= ALPHA
      ? [say('{} (p = {})', groupPhrase(group), pText(outcome.hansen.pValue))]
      : [],
  );
  if (accepted.length === 0) return [];
  return [say('The test does not reject without {}.', list(accepted, ', or without '))];
}

/**
 * States the precision that fewer instruments would cost: at the largest number that is no concern or, if all are a
 * concern, at the smallest number.
 */
function reductionSentences(findings: Findings, grade: Verdict['grade']): Said[] {
  if (grade === 'none') return [say('There is no need to reduce the instruments.')];
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
  if (choice.length === 0) return [say('The model cannot be estimated with any shorter window.')];
  const name = bounds?.coefficient ?? Object.keys(original.params)[0]!;
  return choice.map((best) => reductionSentence(best, original, name));
}

function reductionSentence(best: Estimated, original: Variant, name: string): Said {
  const cost = 100 * (best.stdErrors[name]! / original.stdErrors[name]! - 1);
  return say(
    'Windows of {}{} leave {} ({} per unit): {} is {} instead of {}, its standard error is {}, {}.',
    plural(best.lags, 'lag'),
    best.collapse ? say(', collapsed,') : '',
    plural(best.rank, 'instrument'),
    best.ratio.toFixed(2),
    name,
    best.params[name]!.toFixed(3),
    original.params[name]!.toFixed(3),
    say(cost < 0 ? '{}% smaller' : '{}% larger', Math.abs(cost).toFixed(0)),
    best.hansen.pValue === null
      ? say('no Hansen test')
      : say('Hansen p = {}', pText(best.hansen.pValue)),
  );
}

function pText(p: number): string {
  return p >= 0.001 ? p.toFixed(4) : p.toExponential(1);
}
