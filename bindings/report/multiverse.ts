/** A multiverse as text: what was chosen, what the rule leaves, and which choice matters. */
import pc from 'picocolors';
import type {
  Agreement,
  MultiverseResult,
  Refusal,
  Significance,
  Specification,
} from '../sensitivity/multiverse/result.js';
import type { Estimate } from '../sensitivity/multiverse/specification.js';
import type { AdmissibilityRule } from '../models/dpd/model/multiverse.js';
import { columnFormat, count, percent, plural, pValue, short } from '../tables/format.js';
import { bootstrapLines, bootstrapsWords, ownBootstrapWords } from './multiverse-bootstrap.js';
import { labelled, tableLines, type TextTable, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

export function multiverseText(
  result: MultiverseResult,
  { color = false }: TextOptions = {},
): string {
  const { bold, yellow } = pc.createColors(color);
  const { coefficient, depvar, bootstrap } = result;
  const [heading, ...rows] = tableLines(choiceTable(result));
  return [
    bold(`Multiverse of ${coefficient} in a dynamic panel of ${depvar}`),
    '',
    ...facts(result).flatMap(([label, words]) => labelled(label, words)),
    '',
    bold(heading!),
    ...rows,
    `of the admissible specifications with each choice; share: same sign and ${bootstrap === undefined ? 'significant' : 'an interval without 0'}`,
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

/** `12 of 17 (70.6%), of the distinct 5 of 8 (62.5%)`. */
function shareWords({ distinct, ...all }: Agreement): string {
  const without = all.count - all.judged;
  const missing = without === 0 ? '' : `, ${count(without)} without an interval`;
  const apart = distinct.count === all.count ? '' : `, of the distinct ${partWords(distinct)}`;
  return `${partWords(all)}${missing}${apart}`;
}

function partWords({ significant, judged, share }: Significance): string {
  return `${count(significant)} of ${count(judged)} (${percent(Math.floor(1000 * share! + 0.5) / 1000)})`;
}

function facts(result: MultiverseResult): (readonly [label: string, words: string])[] {
  const { specifications, combinations, distinct, partial, all, admissible, rule } = result;
  const { bootstrap } = result;
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
    ...(bootstrap ? [['bootstrap', bootstrapsWords(bootstrap)] as const] : []),
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
  result: MultiverseResult,
): string {
  if (estimate === null) return `failed: ${failure!.message}`;
  const judgement = admissible
    ? 'admissible'
    : `not admissible: ${refusals.map((r) => refusalNames[r]).join(', ')}`;
  return `${estimateWords(estimate, result)}; ${judgement}`;
}

const refusalNames: Readonly<Record<Refusal, string>> = {
  ar2: 'AR(2)',
  hansen: 'Hansen',
  instruments: 'number of instruments',
};

function estimateWords(one: Estimate, { level, bootstrap }: MultiverseResult): string {
  const ownBootstrap = bootstrap === undefined ? '' : ownBootstrapWords(one, bootstrap.ci, level);
  const format = columnFormat([one.estimate, one.stdError]);
  const [low, high] = one.confInt;
  const p = (value: number | null) => (value === null ? 'none' : pValue(value));
  return (
    `${format(one.estimate)} (${format(one.stdError)}), ${percent(level)} from ${format(low)} to ${format(high)}; ` +
    ownBootstrap +
    `${plural(one.instruments, 'instrument')}, ${short(one.instrumentsPerUnit)} for each unit; ` +
    `p of Hansen ${p(one.hansen)}, AR(2) ${p(one.ar2)}, level half ${p(one.levelHansen)}`
  );
}

function refusalWords({ refusals }: MultiverseResult): string {
  return (['ar2', 'hansen', 'instruments'] as const)
    .map((name) => `${refusalNames[name]} ${count(refusals[name])}`)
    .join(', ');
}

function agreementWords(
  agreement: Agreement,
  { sign, level, bootstrap }: MultiverseResult,
): string {
  const { count: all, sameSign, min, median, max, share, reason } = agreement;
  if (all === 0) return 'no estimate';
  const format = columnFormat([min!, median!, max!]);
  const direction = sign < 0 ? 'negative' : 'positive';
  const held =
    bootstrap === undefined
      ? `significant at ${percent(1 - level)}`
      : `with a ${bootstrap.ci} interval without 0`;
  return (
    `${plural(all, 'estimate')} from ${format(min!)} to ${format(max!)}, median ${format(median!)}; ` +
    `${direction} in ${count(sameSign)}, ${share === null ? reason! : `and ${held} in ${shareWords(agreement)}`}`
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

function failureLines({ failures, bootstrap }: MultiverseResult): string[] {
  const rest = failures.slice(FEW).reduce((sum, failure) => sum + failure.count, 0);
  const lines = failures.slice(0, FEW).map((one) => `failed ${count(one.count)}: ${one.message}`);
  const more = rest === 0 ? [] : [`failed ${count(rest)} for other reasons`];
  const bootstraps = bootstrap === undefined ? [] : bootstrapLines(bootstrap);
  const all = [...lines, ...more, ...bootstraps].flatMap((line) => wrap(line, width, '  '));
  return all.length === 0 ? [] : ['', ...all];
}
