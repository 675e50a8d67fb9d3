/** Marginal effects: a row for each choice of values. */
import type { MarginalEffect, MarginsResult } from '../../../../results/postestimation/margins.js';
import {
  decimals,
  facts,
  leftNamed,
  legend,
  maybe,
  number,
  rightNamed,
  rights,
  table,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import type { Document, TableBlock } from '../../../tables/draft.js';

import { digits, errorFormat, percent, pValue, statistic } from '../../../../words/text/format.js';
import { errorsWords } from '../../words/covariance.js';
import { type Phrase, plural, say } from '../../../../words/phrase.js';

export function marginsDocument(result: MarginsResult): Document {
  const { of, depvar, estimator, errors, terms } = result;
  return {
    kind: 'margins',
    title: say('Marginal effect of {} on {}', of, depvar),
    blocks: [
      ...facts([
        ['errors', errorsWords(estimator, errors)],
        ['derivative of', terms.join(', ')],
        ['evaluated at', placeWords(result)],
      ]),
      ...effectTable(result.effects, result),
      ...legend('standard errors by the delta method, for given values of the regressors'),
      ...warnings(result.warnings),
    ],
  };
}

function placeWords({ others, nobs, weights }: MarginsResult): Phrase {
  const weighted = weights === undefined ? '' : say(', weighted by {}', weights);
  const rows = say('{}{}', plural(nobs, 'row'), weighted);
  return others === 'means'
    ? say('the means of {}', rows)
    : say('the values of each row, averaged over {}', rows);
}

/** A row per effect; `statistic` is the reference distribution. */
export function effectTable(
  effects: readonly MarginalEffect[],
  { statistic: kind, level }: Pick<MarginsResult, 'statistic' | 'level'>,
): TableBlock[] {
  const names = Object.keys(effects[0]?.at ?? {});
  const columns = [
    ...(names.length === 0
      ? [leftNamed('')]
      : names.map((name) => ({ ...rightNamed(name), variable: true as const }))),
    ...decimals('effect', 'std. error'),
    ...rights(kind, 'p'),
    ...decimals(say('{} from', percent(level)), 'to'),
  ];
  return table(
    'Marginal effects',
    columns,
    effects.map((effect) => effectRow(effect, names)),
  );
}

function effectRow(effect: MarginalEffect, names: readonly string[]) {
  const { at: set, estimate, stdError, statistic: stat, pValue: p, confInt } = effect;
  const format = errorFormat([estimate, stdError]);
  const settings = names.map((name) => {
    const value = set[name]!;
    return typeof value === 'number' ? number(value, valueText) : verbatim(value);
  });
  return {
    cells: [
      ...(names.length === 0 ? [words('average')] : settings),
      number(estimate, format),
      number(stdError, format),
      maybe(stat, statistic),
      maybe(p, pValue),
      ...confInt.map((end) => number(end, format)),
    ],
  };
}

/** A value as written if it is short; otherwise with five digits. */
function valueText(value: number): string {
  const text = String(value);
  return text.length <= 7 ? text : digits(value);
}
