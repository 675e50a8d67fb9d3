/** Times of the standard set as text. */
import { suiteWords } from '../../../bindings/words/errors/program/bench/suite.js';
import type { Told } from '../../../bindings/words/told.js';
import type { Machine } from '../result.js';
import { aligned, timeText } from '../text.js';
import { type ComparedCase, isSameMachine } from './compare.js';

export interface SuiteResult {
  readonly machine: Machine;
  readonly rounds: number;
  readonly cases: readonly ComparedCase[];
  /** The machine of the baseline. */
  readonly baseline: Machine | undefined;
}

export function suiteText(result: SuiteResult, say: (told: Told) => string): string {
  const { machine, rounds, cases, baseline } = result;
  const heads = [
    suiteWords.case(),
    suiteWords.time(),
    suiteWords.noise(),
    suiteWords.baseline(),
    suiteWords.ratio(),
    suiteWords.limit(),
  ].slice(0, baseline === undefined ? 3 : 6);
  const rows = cases.map(({ name, time, noise, ratio, limit, ...one }) => [
    name,
    timeText(time),
    noise === null ? '' : `${(100 * noise).toFixed(1)} %`,
    timeText(one.baseline ?? null),
    ratio?.toFixed(2) ?? '',
    limit?.toFixed(2) ?? '',
  ]);
  return [
    say(suiteWords.machine({ ...machine, rounds })),
    '',
    aligned([heads.map(say), ...rows.map((row) => row.slice(0, heads.length))]),
    ...(baseline === undefined ? [] : notes(result, baseline).map(say)),
  ].join('\n');
}

function notes({ machine, cases }: SuiteResult, baseline: Machine): Told[] {
  const added = cases.filter(({ ratio }) => ratio === undefined).map(({ name }) => name);
  const slower = cases.filter(({ isSlower }) => isSlower === true);
  const isSame = isSameMachine(machine, baseline);
  return [
    ...(isSame ? [] : [suiteWords['other-machine']({ ...baseline })]),
    ...(added.length === 0 ? [] : [suiteWords.added({ names: added })]),
    ...slower.map(({ name, ratio, limit }) =>
      suiteWords.slower({ name, ratio: ratio!.toFixed(2), limit: limit!.toFixed(2) }),
    ),
    ...(isSame && slower.length === 0 && added.length < cases.length
      ? [suiteWords['none-slower']()]
      : []),
  ];
}
