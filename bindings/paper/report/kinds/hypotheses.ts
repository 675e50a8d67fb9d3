/** Hypotheses with p-values that account for their number. */
import type { Adjustment, MultipleTests } from '../../../results/hypotheses.js';
import {
  facts,
  left,
  legend,
  maybe,
  number,
  right,
  table,
  warnings,
  words,
} from '../../tables/blocks.js';
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
      ...facts([['joint distribution', bootstrap && drawnWords(bootstrap)]]),
      ...table(
        'Hypotheses',
        [
          left('hypothesis'),
          right('estimate'),
          right('t or z'),
          right('p'),
          ...(hasBootstrap ? [right('bootstrap p')] : []),
          ...adjust.map((rule) => right(headings[rule])),
        ],
        hypotheses.map(({ name, estimate, stat, pValue: p, bootstrapP, adjusted }) => ({
          cells: [
            words(name),
            number(estimate, estimates),
            number(stat, statistic),
            number(p, pValue),
            ...(hasBootstrap ? [maybe(bootstrapP, pValue)] : []),
            ...adjust.map((rule) => maybe(adjusted[rule], pValue)),
          ],
        })),
      ),
      ...legend(...adjust.map((rule) => meanings[rule])),
      ...warnings(result.warnings),
    ],
  };
}
