/** Marginal effects: a row for each choice of values. */
import type { MarginalEffect, MarginsResult } from '../../../results/postestimation/margins.js';
import * as block from '../../tables/blocks.js';
import type { Document, TableBlock } from '../../tables/document.js';
import { plural } from '../../../words/text/counts.js';
import { digits, errorFormat, percent, pValue, statistic } from '../../../words/text/format.js';
import { errorsWords } from '../words/covariance.js';

export function marginsDocument(result: MarginsResult): Document {
  const { of, depvar, estimator, errors, terms } = result;
  return {
    kind: 'margins',
    title: `Marginal effect of ${of} on ${depvar}`,
    blocks: [
      ...block.facts([
        ['errors', errorsWords(estimator, errors)],
        ['derivative of', terms.join(', ')],
        ['evaluated at', placeWords(result)],
      ]),
      ...effectTable(result.effects, result),
      ...block.legend('standard errors by the delta method, for given values of the regressors'),
      ...block.warnings(result.warnings),
    ],
  };
}

function placeWords({ others, nobs, weights }: MarginsResult): string {
  const weighted = weights === undefined ? '' : `, weighted by ${weights}`;
  const rows = `${plural(nobs, 'row')}${weighted}`;
  return others === 'means'
    ? `the means of ${rows}`
    : `the values of each row, averaged over ${rows}`;
}

/** A row per effect; `statistic` is the reference distribution. */
export function effectTable(
  effects: readonly MarginalEffect[],
  { statistic: kind, level }: Pick<MarginsResult, 'statistic' | 'level'>,
): TableBlock[] {
  const names = Object.keys(effects[0]?.at ?? {});
  const columns = [
    ...(names.length === 0
      ? [block.left('')]
      : names.map((name) => ({ ...block.right(name), variable: true as const }))),
    ...['effect', 'std. error'].map(block.decimal),
    ...[kind, 'p'].map(block.right),
    ...[`${percent(level)} from`, 'to'].map(block.decimal),
  ];
  return block.table(
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
    return typeof value === 'number' ? block.number(value, valueText) : block.words(value);
  });
  return {
    cells: [
      ...(names.length === 0 ? [block.words('average')] : settings),
      block.number(estimate, format),
      block.number(stdError, format),
      block.maybe(stat, statistic),
      block.maybe(p, pValue),
      ...confInt.map((end) => block.number(end, format)),
    ],
  };
}

/** A value as written if it is short; otherwise with five digits. */
function valueText(value: number): string {
  const text = String(value);
  return text.length <= 7 ? text : digits(value);
}
