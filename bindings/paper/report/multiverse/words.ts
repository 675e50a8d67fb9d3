/** The lines around the table of a multiverse. */
import type { AdmissibilityRule } from '../../../models/multiverse-keys.js';
import type {
  Agreement,
  MultiverseResult,
  Refusal,
  Significance,
  Specification,
} from '../../../analysis/sensitivity/multiverse/result.js';
import type { Estimate } from '../../../analysis/sensitivity/multiverse/specification.js';
import { count, plural } from '../../../words/text/counts.js';
import { columnFormat, errorFormat, percent, pValue, short } from '../../../words/text/format.js';
import { bootstrapsWords, estimateBootstrapWords } from './bootstrap.js';

/** Labels and words. */
export function multiverseFacts(
  result: MultiverseResult,
): readonly (readonly [label: string, words: string | undefined])[] {
  const { specifications, bootstrap, all, admissible, rule } = result;
  const written = specifications.find((specification) => specification.own);
  return [
    ['choices', choiceWords(result, written !== undefined)],
    ['bootstrap', bootstrap && bootstrapsWords(bootstrap)],
    ["author's model", written === undefined ? 'not reached' : modelWords(written, result)],
    ['rule', rule === null ? undefined : `${ruleWords(rule)}; unavailable tests are ignored`],
    ['excluded by', rule === null ? undefined : refusalWords(result)],
    ['all', agreementWords(all, result)],
    ['admissible', rule === null ? undefined : admissibleWords(admissible, result)],
  ];
}

function admissibleWords(admissible: Agreement, result: MultiverseResult): string {
  return admissible.count === 0 ? admissible.reason! : agreementWords(admissible, result);
}

function choiceWords(result: MultiverseResult, reached: boolean): string {
  const { specifications, combinations, distinct, partial, all } = result;
  const failed = specifications.length - all.count;
  const stopped = partial ? `PARTIAL: ${count(specifications.length)} of ` : '';
  const added = reached && specifications.length > combinations ? " and the author's model" : '';
  return `${stopped}${plural(combinations, 'combination')}${added}; ${plural(distinct, 'distinct estimate')}; ${count(failed)} failed`;
}

function ruleWords({
  ar2,
  hansen: [low, high],
  instrumentsPerUnit: most,
}: AdmissibilityRule): string {
  const instruments = most === 1 ? 'at most 1 instrument' : `at most ${short(most, 4)} instruments`;
  return `AR(2) p > ${ar2}, Hansen ${low} < p < ${high}, ${instruments} per unit`;
}

/** `12 of 17 (70.6%), among distinct estimates in 5 of 8 (62.5%)`. */
function shareWords({ distinct, ...all }: Agreement): string {
  const without = all.count - all.judged;
  const missing = without === 0 ? '' : `, ${count(without)} without an interval`;
  const apart =
    distinct.count === all.count ? '' : `, among distinct estimates in ${partWords(distinct)}`;
  return `${partWords(all)}${missing}${apart}`;
}

function partWords({ significant, judged, share }: Significance): string {
  return `${count(significant)} of ${count(judged)} (${percent(Math.floor(1000 * share! + 0.5) / 1000)})`;
}

function modelWords(
  { estimate, failure, admissible, refusals }: Specification,
  result: MultiverseResult,
): string {
  if (estimate === null) return `failed: ${failure!.message}`;
  const words = estimateWords(estimate, result);
  if (result.rule === null) return words;
  const judgement = admissible
    ? 'admissible'
    : `not admissible: ${refusals.map((r) => refusalNames[r]).join(', ')}`;
  return `${words}; ${judgement}`;
}

const refusalNames: Readonly<Record<Refusal, string>> = {
  ar2: 'AR(2)',
  hansen: 'Hansen',
  instruments: 'number of instruments',
};

function estimateWords(estimate: Estimate, { level, bootstrap }: MultiverseResult): string {
  const replicated =
    bootstrap === undefined ? '' : estimateBootstrapWords(estimate, bootstrap.ci, level);
  const format = errorFormat([estimate.estimate, estimate.stdError]);
  const [low, high] = estimate.confInt;
  return (
    `${format(estimate.estimate)} (${format(estimate.stdError)}), ${percent(level)} from ${format(low)} to ${format(high)}; ` +
    replicated +
    qualityWords(estimate)
  );
}

const pOf = (value: number | null | undefined) =>
  typeof value === 'number' ? pValue(value) : 'none';

/** The criteria for an estimate other than its interval. */
function qualityWords(estimate: Estimate): string {
  const { instruments, instrumentsPerUnit, kleibergenPaapF, sargan, hansen } = estimate;
  if (instruments === null) return `p ${pValue(estimate.pValue)}; ${plural(estimate.nobs, 'row')}`;
  if (instrumentsPerUnit !== null) {
    return (
      `${plural(instruments, 'instrument')}, ${short(instrumentsPerUnit)} per unit; ` +
      `p of Hansen ${pOf(hansen)}, AR(2) ${pOf(estimate.ar2)}, level instruments ${pOf(estimate.levelHansen)}`
    );
  }
  const first = typeof kleibergenPaapF === 'number' ? short(kleibergenPaapF) : 'none';
  const overidentified = pOf(hansen ?? sargan);
  return `p ${pValue(estimate.pValue)}; ${plural(estimate.nobs, 'row')}; first-stage F ${first}, p of overidentification ${overidentified}`;
}

function refusalWords({ refusals }: MultiverseResult): string {
  return (['ar2', 'hansen', 'instruments'] as const)
    .map(
      (name) => `${refusals[name] === 0 ? 'none' : count(refusals[name])} by ${refusalNames[name]}`,
    )
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
      : `a ${bootstrap.ci} interval that excludes 0`;
  const both = `${direction} ${bootstrap === undefined ? 'and' : 'with'} ${held}`;
  const judgement = share === null ? reason! : `${both} in ${shareWords(agreement)}`;
  return `${plural(all, 'estimate')} from ${format(min!)} to ${format(max!)}, median ${format(median!)}; ${direction} in ${count(sameSign)}; ${judgement}`;
}
