/** Hypotheses with p-values that account for their number. */
import type { Adjustment, MultipleTests } from '../../../../results/hypotheses.js';
import {
  facts,
  left,
  legend,
  maybe,
  number,
  right,
  table,
  verbatim,
  warnings,
} from '../../../tables/blocks.js';
import type { Document } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { columnFormat, pValue, statistic } from '../../../../words/text/format.js';
import { plural, say, type Word } from '../../../../words/phrase.js';

const headings = {
  holm: 'Holm',
  bh: 'q (BH)',
  'sharpened-q': 'sharpened q',
  'romano-wolf': 'Romano-Wolf',
  'westfall-young': 'Westfall-Young',
} as const satisfies Readonly<Record<Adjustment, Word>>;

/** The error rate that each rule controls. */
const meanings = {
  holm: 'Holm: chance of any false rejection, for any dependence',
  bh: 'q (BH): share of false rejections, for independent or positively dependent tests',
  'sharpened-q': 'sharpened q: share of false rejections, in two stages',
  'romano-wolf': 'Romano-Wolf: chance of any false rejection, from the joint distribution of t',
  'westfall-young': 'Westfall-Young: chance of any false rejection, from that of the p-values',
} as const satisfies Readonly<Record<Adjustment, Word>>;

function drawnWords({ used, scheme, enumerated, seed }: NonNullable<MultipleTests['bootstrap']>) {
  return enumerated
    ? say('all {} sign vectors, {} bootstrap', count(used), String(scheme))
    : say('{} replicates, {} bootstrap, seed {}', count(used), String(scheme), seed);
}

export function hypothesesDocument(result: MultipleTests): Document {
  const { adjust, hypotheses, bootstrap } = result;
  const estimates = columnFormat(hypotheses.map(({ estimate }) => estimate));
  const hasBootstrap = bootstrap !== undefined;
  return {
    kind: 'hypotheses',
    title: say(
      '{} that a coefficient is zero',
      plural(hypotheses.length, 'hypothesis', 'hypotheses'),
    ),
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
            verbatim(name),
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
