/** An estimate: sample, coefficients, tests with their null hypotheses in words, instruments, warnings. */
import * as v from 'valibot';
import type { FitResult } from '../results/fit.js';
import { facts, legend } from '../tables/blocks.js';
import type { Block, Document } from '../tables/document.js';
import { bootstrapBlocks, coefficientLegend } from './fit/bootstrap.js';
import { coefficientTable } from './fit/coefficients.js';
import { baselineBlocks, longRunTable, momentTable } from './fit/dynamic.js';
import { firstStageBlocks, identificationTests } from './fit/identification.js';
import {
  arPeriods,
  diffHansenBlocks,
  instrumentTable,
  specificationTests,
  testTable,
} from './fit/specification-tests.js';
import { bootstrapWords } from './words/bootstrap.js';
import { fitFacts } from './words/fit.js';
import { warningBlocks } from './words/warnings.js';

export interface DocumentOptions {
  /** Bootstrap replicates per second, to be printed with the bootstrap; results do not carry it. */
  readonly rate?: number | undefined;
}

export const documentSchemas = { rate: v.number('a number') };

/** Nothing is left out that the result says about why a number is missing. */
export function fitDocument(result: FitResult, { rate }: DocumentOptions = {}): Document {
  const { title, tests, bootstrap, engine, instruments, momentConditions } = result;
  const messages = [...result.warnings, ...(bootstrap?.warnings ?? [])];
  const boot = bootstrap === undefined ? undefined : bootstrapWords(bootstrap, rate);
  const blocks: Block[] = [
    ...facts([...fitFacts(result), ['bootstrap', boot]]),
    ...coefficientTable('Coefficients', result),
    ...(bootstrap === undefined ? [] : legend(coefficientLegend(bootstrap))),
    ...longRunTable(result),
    ...(bootstrap === undefined ? [] : bootstrapBlocks(bootstrap)),
    ...baselineBlocks(result),
    ...testTable('Tests', [...specificationTests(tests), ...identificationTests(result)]),
    ...arPeriods(tests),
    ...firstStageBlocks(result),
    ...diffHansenBlocks(tests),
    ...instrumentTable(instruments),
    ...momentTable(momentConditions),
    ...warningBlocks(messages),
  ];
  const footer = `wasmetrics ${engine.version}, ${engine.wasm} build ${engine.sha256.slice(0, 12)}`;
  return { kind: 'fit', title, blocks, footer };
}
