/** A continuous moderator: the product with it, and the effect over its range. */
import type { GroupComparison, Moderator, ModeratorTest } from '../../../../results/groups.js';
import {
  decimals,
  facts,
  lefts,
  legend,
  maybe,
  number,
  rights,
  table,
  verbatim,
  warnings,
} from '../../../tables/blocks.js';
import type { Document, TableBlock } from '../../../tables/draft.js';

import { errorFormat, percent, pValue, statistic } from '../../../../words/text/format.js';
import { testLine, testTable } from '../../fit/specification-tests.js';
import { effectTable } from './margins.js';
import { recommendation } from '../../words/chosen.js';
import { errorsWords } from '../../words/covariance.js';
import { because, plural, say } from '../../../../words/phrase.js';

export function moderatorDocument(result: GroupComparison, moderator: Moderator): Document {
  const { of, by, depvar, chosen, estimator, errors, level, joint } = result;
  const { tests, effects, formula, products } = moderator;
  const kind = tests[0]!.statistic ?? 'z';
  const hypothesis =
    products.length === 1
      ? say('the effect of {} is the same at all values of {}', of, by)
      : say('{} with {} are 0', plural(products.length, 'product'), by);
  const name: string =
    joint !== undefined && joint.stat !== null && typeof joint.df !== 'number' ? 'F' : 'Wald';
  return {
    kind: 'groups',
    title: say('{} by {}, in a model of {}', of, by, depvar),
    blocks: [
      ...facts([
        ['formula', formula],
        ['std. errors', errorsWords(estimator, errors)],
      ]),
      ...productTable(moderator, level),
      ...testTable('Joint test', testLine(name, hypothesis, joint)),
      ...effectTable(effects, { statistic: kind, level }),
      ...facts([['recommended', recommendation(chosen)]]),
      ...legend(
        say(
          'detectable: the true coefficient that a test at {} finds with probability 0.8',
          percent(1 - level),
        ),
        say('a figure: plot margins with this formula, --of {} --over {}', of, by),
        ...tests.flatMap(({ method, ...why }) =>
          why.reason === undefined ? [] : [say('{}: {}', String(method), because(why))],
        ),
      ),
      ...warnings(result.warnings),
    ],
  };
}

function productTable({ product, tests }: Moderator, level: number): TableBlock[] {
  const columns = [
    ...lefts('product', 'method'),
    ...decimals('estimate', 'std. error'),
    ...rights(tests[0]!.statistic ?? 'z', 'p'),
    ...decimals(say('{} from', percent(level)), 'to', 'detectable'),
  ];
  const rowOf = (test: ModeratorTest, i: number) => {
    const { method, estimate, stdError, stat, pValue: p, confInt, minimumDetectable } = test;
    const format = errorFormat([estimate, stdError]);
    return {
      cells: [
        verbatim(i === 0 ? product : ''),
        verbatim(method),
        number(estimate, format),
        number(stdError, format),
        maybe(stat, statistic),
        maybe(p, pValue),
        maybe(confInt?.[0], format),
        maybe(confInt?.[1], format),
        maybe(minimumDetectable, format),
      ],
    };
  };
  return table('Product', columns, tests.map(rowOf));
}
