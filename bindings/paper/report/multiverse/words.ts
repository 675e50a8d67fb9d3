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
import { count } from '../../../words/text/counts.js';
import { columnFormat, errorFormat, percent, pValue, short } from '../../../words/text/format.js';
import { bootstrapsWords, estimateBootstrapWords } from './bootstrap.js';
import {
  because,
  failure as failed,
  list,
  type Phrase,
  plural,
  say,
  type Word,
} from '../../../words/phrase.js';
import type { Entry } from '../../tables/blocks.js';

/** Labels and words. */
export function multiverseFacts(result: MultiverseResult): readonly Entry[] {
  const { specifications, bootstrap, all, admissible, rule } = result;
  const written = specifications.find((specification) => specification.own);
  return [
    ['choices', choiceWords(result, written !== undefined)],
    ['bootstrap', bootstrap && bootstrapsWords(bootstrap)],
    ["author's model", written === undefined ? say('not reached') : modelWords(written, result)],
    ['rule', rule === null ? undefined : say('{}; unavailable tests are ignored', ruleWords(rule))],
    ['excluded by', rule === null ? undefined : refusalWords(result)],
    ['all', agreementWords(all, result)],
    ['admissible', rule === null ? undefined : admissibleWords(admissible, result)],
  ];
}

function admissibleWords(admissible: Agreement, result: MultiverseResult): Phrase {
  return admissible.count === 0 ? because(admissible) : agreementWords(admissible, result);
}

function choiceWords(result: MultiverseResult, reached: boolean): Phrase {
  const { specifications, combinations, repeated = 0, distinct, partial, all } = result;
  const failed = specifications.length - all.count;
  const stopped = partial ? say('PARTIAL: {} of ', count(specifications.length)) : '';
  const added =
    reached && specifications.length + repeated > combinations
      ? say(" and the author's model")
      : '';
  const same = repeated === 0 ? '' : say(', {} of them repeated', count(repeated));
  return say(
    '{}{}{}{}; {}; {} failed',
    stopped,
    plural(combinations, 'combination'),
    same,
    added,
    plural(distinct, 'distinct estimate'),
    count(failed),
  );
}

function ruleWords({
  ar2,
  hansen: [low, high],
  instrumentsPerUnit: most,
}: AdmissibilityRule): Phrase {
  const instruments =
    most === 1 ? say('at most 1 instrument') : say('at most {} instruments', short(most, 4));
  return say('AR(2) p > {}, Hansen {} < p < {}, {} per unit', ar2, low, high, instruments);
}

/** `12 of 17 (70.6%), among distinct estimates in 5 of 8 (62.5%)`. */
function shareWords({ distinct, ...all }: Agreement): Phrase {
  const without = all.count - all.judged;
  const missing = without === 0 ? '' : say(', {} without an interval', count(without));
  const apart =
    distinct.count === all.count
      ? ''
      : say(', among distinct estimates in {}', partWords(distinct));
  return say('{}{}{}', partWords(all), missing, apart);
}

function partWords({ significant, judged, share }: Significance): Phrase {
  return say(
    '{} of {} ({})',
    count(significant),
    count(judged),
    percent(Math.floor(1000 * share! + 0.5) / 1000),
  );
}

function modelWords(
  { estimate, failure, admissible, refusals }: Specification,
  result: MultiverseResult,
): Phrase {
  if (estimate === null) return say('failed: {}', failed(failure!));
  const words = estimateWords(estimate, result);
  if (result.rule === null) return words;
  const judgement = admissible
    ? say('admissible')
    : say(
        'not admissible: {}',
        list(
          refusals.map((r) => say(refusalNames[r])),
          ', ',
        ),
      );
  return list([words, judgement], '; ');
}

const refusalNames = {
  ar2: 'AR(2)',
  hansen: 'Hansen',
  instruments: 'number of instruments',
} as const satisfies Readonly<Record<Refusal, Word>>;

function estimateWords(estimate: Estimate, { level, bootstrap }: MultiverseResult): Phrase {
  const replicated =
    bootstrap === undefined ? '' : estimateBootstrapWords(estimate, bootstrap.ci, level);
  const format = errorFormat([estimate.estimate, estimate.stdError]);
  const [low, high] = estimate.confInt;
  return say(
    '{} ({}), {} from {} to {}; {}{}',
    format(estimate.estimate),
    format(estimate.stdError),
    percent(level),
    format(low),
    format(high),
    replicated,
    qualityWords(estimate),
  );
}

const pOf = (value: number | null | undefined) =>
  typeof value === 'number' ? pValue(value) : say('none');

/** The criteria for an estimate other than its interval. */
function qualityWords(estimate: Estimate): Phrase {
  const { instruments, instrumentsPerUnit, kleibergenPaapF, sargan, hansen } = estimate;
  if (instruments === null) {
    return say('p {}; {}', pValue(estimate.pValue), plural(estimate.nobs, 'row'));
  }
  if (instrumentsPerUnit !== null) {
    return say(
      '{}, {} per unit; p of Hansen {}, AR(2) {}, level instruments {}',
      plural(instruments, 'instrument'),
      short(instrumentsPerUnit),
      pOf(hansen),
      pOf(estimate.ar2),
      pOf(estimate.levelHansen),
    );
  }
  const first = typeof kleibergenPaapF === 'number' ? short(kleibergenPaapF) : say('none');
  const overidentified = pOf(hansen ?? sargan);
  return say(
    'p {}; {}; first-stage F {}, p of overidentification {}',
    pValue(estimate.pValue),
    plural(estimate.nobs, 'row'),
    first,
    overidentified,
  );
}

function refusalWords({ refusals }: MultiverseResult): Phrase {
  return list(
    (['ar2', 'hansen', 'instruments'] as const).map((name) =>
      say(
        '{} by {}@refused',
        refusals[name] === 0 ? say('none') : count(refusals[name]),
        say(refusalNames[name]),
      ),
    ),
    ', ',
  );
}

function agreementWords(
  agreement: Agreement,
  { sign, level, bootstrap }: MultiverseResult,
): Phrase {
  const { count: all, sameSign, min, median, max, share } = agreement;
  if (all === 0) return say('no estimate');
  const format = columnFormat([min!, median!, max!]);
  const direction = say(sign < 0 ? 'negative' : 'positive');
  const held =
    bootstrap === undefined
      ? say('significant at {}', percent(1 - level))
      : say('a {} interval that excludes 0', String(bootstrap.ci));
  const both = say(bootstrap === undefined ? '{} and {}@judged' : '{} with {}', direction, held);
  const judgement =
    share === null ? because(agreement) : say('{} in {}', both, shareWords(agreement));
  return say(
    '{} from {} to {}, median {}; {} in {}; {}',
    plural(all, 'estimate'),
    format(min!),
    format(max!),
    format(median!),
    direction,
    count(sameSign),
    judgement,
  );
}
