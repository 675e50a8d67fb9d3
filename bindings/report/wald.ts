/** Hypotheses by themselves and jointly. */
import type { WaldTest } from '../results/inference/wald.js';
import { notes } from '../tables/blocks.js';
import type { Block, Document } from '../tables/document.js';
import { functionTable } from './delta-method.js';
import { testLine, testTable } from './fit/specification-tests.js';

export function waldDocument(result: WaldTest): Document {
  return { kind: 'wald', title: 'Test of hypotheses', blocks: waldBlocks(result) };
}

function waldBlocks({ hypotheses, statistic, level, test, redundant }: WaldTest): Block[] {
  const name = test.stat !== null && typeof test.df !== 'number' ? 'F' : 'Wald';
  const joint = hypotheses.length === 1 ? 'the hypothesis holds' : 'all hypotheses hold';
  return [
    ...functionTable('hypothesis (left minus right)', hypotheses, { statistic, level }),
    ...testTable('Joint test', testLine(name, joint, test)),
    ...notes(redundant.map((text) => `left out, as it follows from the others: ${text}`)),
  ];
}
