/** A continuous moderator: the product with it, and the effect over its range. */
import type { GroupComparison, Moderator, ModeratorTest } from '../../../results/groups.js';
import * as block from '../../tables/blocks.js';
import type { Document, TableBlock } from '../../tables/document.js';
import { plural } from '../../../words/text/counts.js';
import { errorFormat, percent, pValue, statistic } from '../../../words/text/format.js';
import { testLine, testTable } from '../fit/specification-tests.js';
import { effectTable } from './margins.js';
import { errorsWords } from '../words/covariance.js';

export function moderatorDocument(result: GroupComparison, moderator: Moderator): Document {
  const { of, by, depvar, chosen, estimator, errors, level, joint } = result;
  const { tests, effects, formula, products } = moderator;
  const kind = tests[0]!.statistic ?? 'z';
  const hypothesis =
    products.length === 1
      ? `the effect of ${of} is the same at all values of ${by}`
      : `${plural(products.length, 'product')} with ${by} are 0`;
  const name =
    joint !== undefined && joint.stat !== null && typeof joint.df !== 'number' ? 'F' : 'Wald';
  return {
    kind: 'groups',
    title: `${of} by ${by}, in a model of ${depvar}`,
    blocks: [
      ...block.facts([
        ['formula', formula],
        ['std. errors', errorsWords(estimator, errors)],
      ]),
      ...productTable(moderator, level),
      ...testTable('Joint test', testLine(name, hypothesis, joint)),
      ...effectTable(effects, { statistic: kind, level }),
      ...block.facts([['recommended', `${chosen.method}: ${chosen.why}`]]),
      ...block.legend(
        `detectable: the true coefficient that a test at ${percent(1 - level)} finds with probability 0.8`,
        `a figure: plot margins with this formula, --of ${of} --over ${by}`,
        ...tests.flatMap(({ method, reason }) =>
          reason === undefined ? [] : [`${method}: ${reason}`],
        ),
      ),
      ...block.warnings(result.warnings),
    ],
  };
}

function productTable({ product, tests }: Moderator, level: number): TableBlock[] {
  const columns = [
    ...['product', 'method'].map(block.left),
    ...['estimate', 'std. error'].map(block.decimal),
    ...[tests[0]!.statistic ?? 'z', 'p'].map(block.right),
    ...[`${percent(level)} from`, 'to', 'detectable'].map(block.decimal),
  ];
  const rowOf = (test: ModeratorTest, i: number) => {
    const { method, estimate, stdError, stat, pValue: p, confInt, minimumDetectable } = test;
    const format = errorFormat([estimate, stdError]);
    return {
      cells: [
        block.words(i === 0 ? product : ''),
        block.words(method),
        block.number(estimate, format),
        block.number(stdError, format),
        block.maybe(stat, statistic),
        block.maybe(p, pValue),
        block.maybe(confInt?.[0], format),
        block.maybe(confInt?.[1], format),
        block.maybe(minimumDetectable, format),
      ],
    };
  };
  return block.table('Product', columns, tests.map(rowOf));
}
