/** What `wasmetrics test` found, as text. */
import pc from 'picocolors';
import type { Diagnostics, FunctionResult, HausmanTest, WaldTest } from '../inference/index.js';
import { diagnosticsNotes, diagnosticsTable } from './diagnostics.js';
import { hausmanDifferences, hausmanTable } from './hausman.js';
import { tableLines, type TextTable, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';
import { functionTable, jointLines } from './wald.js';

/** Tests of one fit; what was not asked for is absent. */
export interface TestReport {
  readonly statistic: 't' | 'z';
  readonly level: number;
  readonly wald?: WaldTest;
  readonly functions?: readonly FunctionResult[];
  readonly diagnostics?: Diagnostics;
  readonly hausman?: HausmanTest;
}

const width = 98;

/** Hypotheses by themselves and jointly, functions, diagnostics, Hausman; an empty line between. */
export function testText(report: TestReport, { color = false }: TextOptions = {}): string {
  const { bold, yellow } = pc.createColors(color);
  const table = (one: TextTable) => {
    const [heading, ...rows] = tableLines(one);
    return [bold(heading!), ...rows].join('\n');
  };
  const lines = (texts: readonly string[]) =>
    texts.flatMap((text) => wrap(text, width, '  ')).join('\n');
  const { wald, functions, diagnostics, hausman } = report;
  const parts: string[] = [];
  if (wald !== undefined) {
    parts.push(table(functionTable('hypothesis (left less right side)', wald.hypotheses, report)));
    parts.push(lines(jointLines(wald)));
  }
  if (functions !== undefined) parts.push(table(functionTable('function', functions, report)));
  if (diagnostics !== undefined) {
    parts.push(table(diagnosticsTable(diagnostics)), lines(diagnosticsNotes(diagnostics)));
  }
  if (hausman !== undefined) {
    if (hausman.names.length > 0) parts.push(table(hausmanDifferences(hausman)));
    parts.push(table(hausmanTable(hausman)));
    const warnings = hausman.warnings.map(({ message }) => `warning: ${message}`);
    if (warnings.length > 0) parts.push(yellow(lines(warnings)));
  }
  return parts.join('\n\n');
}
