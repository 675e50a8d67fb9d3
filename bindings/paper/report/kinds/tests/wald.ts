/** Tests of single hypotheses and their joint test. */
import type { OneSided, WaldTest } from '../../../../results/inference/wald.js';
import { notes } from '../../../tables/blocks.js';
import type { Block, Document } from '../../../tables/draft.js';
import { functionTable } from './delta-method.js';
import { testLine, testTable } from '../../fit/specification-tests.js';
import { because, say } from '../../../../words/phrase.js';

export function waldDocument(result: WaldTest): Document {
  return { kind: 'wald', title: say('Test of hypotheses'), blocks: waldBlocks(result) };
}

function waldBlocks(result: WaldTest): Block[] {
  const { hypotheses, statistic, level, test, redundant, oneSided, reference } = result;
  if (oneSided !== undefined) return oneSidedBlocks(result, oneSided);
  const plain = test.stat !== null && typeof test.df !== 'number' ? 'F' : 'Wald';
  const name = reference?.distribution === 'HTZ' ? 'HTZ' : plain;
  const joint = hypotheses.length === 1 ? 'the hypothesis holds' : 'all hypotheses hold';
  return [
    ...functionTable('left minus right', hypotheses, { statistic, level }),
    ...testTable('Joint test', testLine(name, joint, test)),
    ...(reference?.distribution === 'F'
      ? notes([say('F with G - 1 degrees of freedom, not HTZ: {}', because(reference))])
      : []),
    ...notes(redundant.map((text) => say('left out, as it follows from the others: {}', text))),
  ];
}

/** A one-sided test, with its null and alternative. */
function oneSidedBlocks(
  { hypotheses, statistic, level, test }: WaldTest,
  { alternative, null: hypothesis, df }: OneSided,
): Block[] {
  const distribution = df === undefined ? 'N(0,1)' : `t(${df})`;
  return [
    ...functionTable('left minus right', hypotheses, { statistic, level }),
    ...testTable('One-sided test', [
      { name: statistic, hypothesis: say('{}@formula', hypothesis), test, distribution },
    ]),
    ...notes([
      say('alternative: {}; the p-value is one-sided, the interval two-sided', alternative),
    ]),
  ];
}
