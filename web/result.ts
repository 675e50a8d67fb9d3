/** A result as the contents of the page: sample, coefficients, tests, instruments, warnings. */
import type { DiffHansen, FitResult, Warning } from 'wasmetrics';
import {
  firstStageTable,
  instrumentTestRows,
  strengthNotes,
} from '../bindings/report/instruments.js';
import {
  diffHansenNotes,
  diffHansenTable,
  instrumentTable,
  arPeriodNotes,
  testRows,
  testTableOf,
} from '../bindings/report/specification-tests.js';
import { bootstrapWords, facts } from '../bindings/report/words.js';
import { coefficientElement } from './coefficients.js';
import { create, note } from './elements.js';
import { tableElement } from './tables.js';

/** The elements that show `result`; `rate` is in replicates a second. */
export function resultElements(result: FitResult, rate?: number): HTMLElement[] {
  const { title, bootstrap, warnings, engine } = result;
  return [
    create('h2', {}, title),
    ...warningElements([...warnings, ...(bootstrap?.warnings ?? [])]),
    summary(result, rate),
    coefficientElement(result),
    tableElement('Tests', testTableOf([...testRows(result.tests), ...instrumentTestRows(result)])),
    ...arPeriodNotes(result.tests).map(note),
    ...firstStageElements(result),
    ...diffHansenElements(result.tests.diffHansen ?? []),
    tableElement('Instruments', instrumentTable(result)),
    note(`wasmetrics ${engine.version}, ${engine.wasm} build ${engine.sha256.slice(0, 12)}`),
  ];
}

function summary(result: FitResult, rate: number | undefined): HTMLElement {
  const { bootstrap } = result;
  const items = [...facts(result)];
  if (bootstrap !== undefined) items.push(['bootstrap', bootstrapWords(bootstrap, rate)]);
  const parts = items.flatMap(([term, words]) => [create('dt', {}, term), create('dd', {}, words)]);
  return create('dl', {}, ...parts);
}

function warningElements(warnings: readonly Warning[]): HTMLElement[] {
  return warnings.map(({ message }) => create('p', { className: 'notice' }, `Warning: ${message}`));
}

function firstStageElements(result: FitResult): HTMLElement[] {
  if (result.tests.firstStage === undefined) return [];
  const table = tableElement('First stages', firstStageTable(result.tests));
  return [table, ...strengthNotes(result).map(note)];
}

function diffHansenElements(tests: readonly DiffHansen[]): HTMLElement[] {
  if (tests.length === 0) return [];
  return [
    tableElement('Difference-in-Hansen tests', diffHansenTable(tests)),
    note(
      'Null hypotheses: the other instruments are valid (without); the group is valid too (difference).',
    ),
    ...diffHansenNotes(tests).map(note),
  ];
}
