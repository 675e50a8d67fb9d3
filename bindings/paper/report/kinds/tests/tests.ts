/** The tests that `wasmetrics test` reports: hypotheses, functions, diagnostics, Hausman. */
import type { TestReport } from '../../../../results/tests.js';
import type { BootstrapResult } from '../../../../results/fit.js';
import type { Block, Document } from '../../../tables/draft.js';
import { deltaMethodDocument } from './delta-method.js';
import { diagnosticsDocument } from './diagnostics.js';
import { hausmanDocument } from './hausman.js';
import { waldDocument } from './wald.js';
import { say } from '../../../../words/phrase.js';
import { facts, warnings } from '../../../tables/blocks.js';
import { bootstrapBlocks } from '../../fit/bootstrap.js';
import { bootstrapWords } from '../fit.js';

/** Uses the title of a single kind of tests if there are no others. */
export function testsDocument(report: TestReport): Document {
  const { statistic, level, wald, bootstrap, functions, diagnostics, hausman } = report;
  const documents = [
    ...(wald === undefined ? [] : [waldDocument(wald)]),
    ...(functions === undefined
      ? []
      : [deltaMethodDocument({ kind: 'delta-method', statistic, level, functions })]),
    ...(diagnostics === undefined ? [] : [diagnosticsDocument(diagnostics)]),
    ...(hausman === undefined ? [] : [hausmanDocument(hausman)]),
  ];
  const title = documents.length === 1 ? documents[0]!.title : say('Tests');
  const drawn = bootstrap === undefined ? [] : jointBlocks(bootstrap);
  return { kind: 'tests', title, blocks: [...documents.flatMap(({ blocks }) => blocks), ...drawn] };
}

/** The joint tests of a bootstrap, and how it was run. */
function jointBlocks(bootstrap: BootstrapResult): Block[] {
  return [
    ...bootstrapBlocks(bootstrap),
    ...facts([['bootstrap', bootstrapWords(bootstrap)]]),
    ...warnings(bootstrap.warnings),
  ];
}
