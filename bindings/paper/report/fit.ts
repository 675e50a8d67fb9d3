/** An estimate: sample, coefficients, tests with their null hypotheses in words, a verdict, instruments, warnings. */
import type { FitResult } from '../../results/fit.js';
import { facts, legend, text, warnings } from '../tables/blocks.js';
import type { Block, Document } from '../tables/document.js';
import { full, inForms, longer } from '../tables/forms.js';
import { bootstrapBlocks, coefficientLegend } from './fit/bootstrap.js';
import { coefficientTable, omittedLine } from './fit/coefficients.js';
import { baselineBlocks, longRunTable, momentTable } from './fit/dynamic.js';
import { firstStageBlocks, identificationTests } from './fit/identification.js';
import {
  arPeriods,
  diffHansenBlocks,
  instrumentTable,
  levelHansen,
  specificationTests,
  testTable,
} from './fit/specification-tests.js';
import type { DocumentOptions } from './options.js';
import { bootstrapWords } from './words/bootstrap.js';
import { fitFacts } from './words/fit.js';
import { verdict } from './fit/verdict.js';

/** The full form leaves nothing out that the result says about why a number is missing. */
export function fitDocument(result: FitResult, options: DocumentOptions = {}): Document {
  const { title, tests, bootstrap, engine } = result;
  const boot = bootstrap === undefined ? undefined : bootstrapWords(bootstrap, options.rate);
  const lines = [
    ...identificationTests(result),
    ...specificationTests(result),
    ...levelHansen(tests),
  ];
  const blocks: Block[] = [
    ...facts([...fitFacts(result), ['bootstrap', boot]]),
    ...coefficientTable('Coefficients', result, options),
    ...omittedLine(result),
    ...(bootstrap === undefined ? [] : legend(coefficientLegend(bootstrap))),
    ...inForms(longer, testTable('Tests', lines)),
    ...inForms(longer, text(...verdict(result))),
    ...inForms(full, detailBlocks(result, options)),
    ...inForms(longer, warnings([...result.warnings, ...(bootstrap?.warnings ?? [])])),
  ];
  const footer = `wasmetrics ${engine.version}, ${engine.wasm} build ${engine.sha256.slice(0, 12)}`;
  return {
    kind: 'fit',
    title,
    blocks,
    ...((options.form === 'full' || engine.wasm === 'relaxed') && { footer }),
  };
}

function detailBlocks(result: FitResult, options: DocumentOptions): Block[] {
  const { tests, bootstrap, instruments, momentConditions } = result;
  return [
    ...arPeriods(tests),
    ...longRunTable(result, options),
    ...(bootstrap === undefined ? [] : bootstrapBlocks(bootstrap)),
    ...baselineBlocks(result),
    ...firstStageBlocks(result),
    ...diffHansenBlocks(tests),
    ...instrumentTable(instruments),
    ...momentTable(momentConditions),
  ];
}
