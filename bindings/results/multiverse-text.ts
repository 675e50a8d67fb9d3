/** A multiverse as text: what was chosen, what the rule leaves, and which choice matters. */
import pc from 'picocolors';
import type {
  Agreement,
  Estimate,
  MultiverseResult,
  Refusal,
  Specification,
} from '../multiverse/index.js';
import type { AdmissibilityRule } from '../models/dpd/multiverse.js';
import { columnFormat, count, percent, plural, pValue, short } from './format.js';
import { labelled, tableLines, type TextTable, width, wrap } from './table.js';
import type { TextOptions } from './to-text.js';

export function multiverseText(
  result: MultiverseResult,
  { color = false }: TextOptions = {},
): string {
  const { bold, yellow } = pc.createColors(color);
  const { coefficient, depvar } = result;
  const [heading, ...rows] = tableLines(choiceTable(result));
  return [
    bold(`Multiverse of ${coefficient} in a dynamic panel of ${depvar}`),
    '',
    ...facts(result).flatMap(([label, words]) => labelled(label, words)),
    '',
    bold(heading!),
    ...rows,
    'of the admissible specifications with each choice; share: same sign and significant',
    ...failureLines(result).map((line) => yellow(line)),
  ].join('\n');
}

/** The rule in words. */
function ruleWords({
  ar2,
  hansen: [low, high],
  instrumentsPerUnit: most,
}: AdmissibilityRule): string {
  const units =
    most === 1
      ? 'instruments at most the units'
      : `instruments at most ${short(most, 4)} of the units`;
  return `AR(2) p > ${ar2}, Hansen ${low} < p < ${high}, ${units}`;
}

/** `12 of 17 (70.6%)`, or why there is no share. */
function shareWords({ share, significant, count: all, reason }: Agreement): string {
  if (share === null) return reason!;
  return `${count(significant)} of ${count(all)} (${percent(Math.floor(1000 * share + 0.5) / 1000)})`;
}

function facts(result: MultiverseResult): (readonly [label: string, words: string])[] {
  const { specifications, combinations, distinct, partial, all, admissible, rule } = result;
  const failed = specifications.length - all.count;
  const stopped = partial ? `PARTIAL: ${count(specifications.length)} of ` : '';
  const own = specifications.find((one) => one.own);
  const besides = own !== undefined && specifications.length > combinations;
  const combined = `${plural(combinations, 'combination')}${besides ? ' besides the own choice' : ''}`;
  return [
    [
      'choices',
      `${stopped}${combined}; ${plural(distinct, 'distinct estimate')}; ${count(failed)} failed`,
    ],
    ['own choice', own === undefined ? 'not reached' : ownWords(own, result)],
    ['rule', `${ruleWords(rule)}; a test that does not exist refuses nothing`],
    ['refused by', refusalWords(result)],
    ['all', agreementWords(all, result)],
    [
      'admissible',
      admissible.count === 0 ? admissible.reason! : agreementWords(admissible, result),
    ],
  ];
}

function ownWords(
  { estimate, failure, admissible, refusals }: Specification,
  { level }: MultiverseResult,
): string {
  if (estimate === null) return `failed: ${failure!.message}`;
  const judgement = admissible
    ? 'admissible'
    : `not admissible: ${refusals.map((r) => refusalNames[r]).join(', ')}`;
  return `${estimateWords(estimate, level)}; ${judgement}`;
}

const refusalNames: Readonly<Record<Refusal, string>> = {
  ar2: 'AR(2)',
  hansen: 'Hansen',
  instruments: 'number of instruments',
};

function estimateWords(one: Estimate, level: number): string {
  const format = columnFormat([one.estimate, one.stdError]);
  const [low, high] = one.confInt;
  const p = (value: number | null) => (value === null ? 'none' : pValue(value));
  return (
    `${format(one.estimate)} (${format(one.stdError)}), ${percent(level)} from ${format(low)} to ${format(high)}; ` +
    `${plural(one.instruments, 'instrument')}, ${short(one.instrumentsPerUnit)} for each unit; ` +
    `p of Hansen ${p(one.hansen)}, AR(2) ${p(one.ar2)}, level half ${p(one.levelHansen)}`
  );
}

function refusalWords({ refusals }: MultiverseResult): string {
  return (['ar2', 'hansen', 'instruments'] as const)
    .map((name) => `${refusalNames[name]} ${count(refusals[name])}`)
    .join(', ');
}

function agreementWords(agreement: Agreement, { sign, level }: MultiverseResult): string {
  const { count: all, sameSign, min, median, max } = agreement;
  if (all === 0) return 'no estimate';
  const format = columnFormat([min!, median!, max!]);
  const direction = sign < 0 ? 'negative' : 'positive';
  return (
    `${plural(all, 'estimate')} from ${format(min!)} to ${format(max!)}, median ${format(median!)}; ` +
    `${direction} in ${count(sameSign)}, and significant at ${percent(1 - level)} in ${shareWords(agreement)}`
  );
}

function choiceTable({ byChoice }: MultiverseResult): TextTable {
  const format = columnFormat(
    byChoice.flatMap(({ admissible: { min, median, max } }) => [min ?? 0, median ?? 0, max ?? 0]),
  );
  const number = (x: number | null) => (x === null ? '.' : format(x));
  const right = (heading: string) => ({ heading, align: 'right' }) as const;
  return {
    columns: [
      { heading: 'choice', align: 'left' },
      ...['value', 'number', 'failed', 'admissible', 'lowest', 'median', 'highest', 'share'].map(
        right,
      ),
    ],
    rows: byChoice.map(({ choice, value, count: number_, failed, admissible }, i) => [
      byChoice[i - 1]?.choice === choice ? '' : choice,
      String(value),
      count(number_),
      count(failed),
      count(admissible.count),
      number(admissible.min),
      number(admissible.median),
      number(admissible.max),
      admissible.share === null ? '.' : `${(100 * admissible.share).toFixed(1)}%`,
    ]),
  };
}

/** Reasons listed before the rest is only counted. */
const FEW = 5;

function failureLines({ failures }: MultiverseResult): string[] {
  if (failures.length === 0) return [];
  const rest = failures.slice(FEW).reduce((sum, failure) => sum + failure.count, 0);
  const lines = failures.slice(0, FEW).map((one) => `failed ${count(one.count)}: ${one.message}`);
  const more = rest === 0 ? [] : [`failed ${count(rest)} for other reasons`];
  return ['', ...[...lines, ...more].flatMap((line) => wrap(line, width, '  '))];
}
