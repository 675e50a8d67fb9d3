/** Hypotheses with p-values that account for their number. */
import type { Adjustment, MultipleTests } from '../../../results/hypotheses.js';
import * as block from '../../tables/blocks.js';
import type { Document } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { columnFormat, pValue, statistic } from '../../../words/text/format.js';

const headings: Readonly<Record<Adjustment, string>> = {
  holm: 'Holm',
  bh: 'q (BH)',
  'sharpened-q': 'sharpened q',
  'romano-wolf': 'Romano-Wolf',
  'westfall-young': 'Westfall-Young',
};

/** The error rate that each rule controls. */
const meanings: Readonly<Record<Adjustment, string>> = {
  holm: 'Holm: chance of any false rejection, for any dependence',
  bh: 'q (BH): share of false rejections, for independent or positively dependent tests',
  'sharpened-q': 'sharpened q: share of false rejections, in two stages',
  'romano-wolf': 'Romano-Wolf: chance of any false rejection, from the joint distribution of t',
  'westfall-young': 'Westfall-Young: chance of any false rejection, from that of the p-values',
};

function drawnWords({ used, scheme, enumerated, seed }: NonNullable<MultipleTests['bootstrap']>) {
  return enumerated
    ? `all ${count(used)} sign vectors, ${scheme} bootstrap`
    : `${count(used)} replicates, ${scheme} bootstrap, seed ${seed}`;
}

export function hypothesesDocument(result: MultipleTests): Document {
  const { adjust, hypotheses, bootstrap } = result;
  const estimates = columnFormat(hypotheses.map(({ estimate }) => estimate));
  const hasBootstrap = bootstrap !== undefined;
  return {
    kind: 'hypotheses',
    title: `${plural(hypotheses.length, 'hypothesis', 'hypotheses')} that a coefficient is zero`,
    blocks: [
      ...block.facts([['joint distribution', bootstrap && drawnWords(bootstrap)]]),
      ...block.table(
        'Hypotheses',
        [
          block.left('hypothesis'),
          block.right('estimate'),
          block.right('t or z'),
          block.right('p'),
          ...(hasBootstrap ? [block.right('bootstrap p')] : []),
          ...adjust.map((rule) => block.right(headings[rule])),
        ],
        hypotheses.map(({ name, estimate, stat, pValue: p, bootstrapP, adjusted }) => ({
          cells: [
            block.words(name),
            block.number(estimate, estimates),
            block.number(stat, statistic),
            block.number(p, pValue),
            ...(hasBootstrap ? [block.maybe(bootstrapP, pValue)] : []),
            ...adjust.map((rule) => block.maybe(adjusted[rule], pValue)),
          ],
        })),
      ),
      ...block.legend(...adjust.map((rule) => meanings[rule])),
      ...block.warnings(result.warnings),
    ],
  };
}
