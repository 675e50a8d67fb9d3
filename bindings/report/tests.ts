/** What `wasmetrics test` found: hypotheses, functions, diagnostics, Hausman. */
import type { TestReport } from '../results/tests.js';
import type { Document } from '../tables/document.js';
import { functionTable } from './delta-method.js';
import { diagnosticsBlocks } from './diagnostics.js';
import { hausmanBlocks } from './hausman.js';
import { waldBlocks } from './wald.js';

export function testsDocument(report: TestReport): Document {
  const { wald, functions, diagnostics, hausman } = report;
  const blocks = [
    ...(wald === undefined ? [] : waldBlocks(wald)),
    ...(functions === undefined ? [] : functionTable('function', functions, report)),
    ...(diagnostics === undefined ? [] : diagnosticsBlocks(diagnostics)),
    ...(hausman === undefined ? [] : hausmanBlocks(hausman)),
  ];
  return { kind: 'tests', title: 'Tests', blocks };
}
