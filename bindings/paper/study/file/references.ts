/** Names of tables that other parts of a study use. */
import { suggestion } from '../../../data/nearest.js';
import { InputError } from '../../../core/errors/errors.js';
import { readReference } from '../columns/reference.js';
import type { Study, StudyTable } from './study.js';

/**
 * Checks the tables that figures and tables of tests name. Their columns are known when the models are, and claims are
 * judged by what there is.
 *
 * @throws InputError `unknown-table`, `unknown-model`
 */
export function checkReferences({ tables, figures }: Pick<Study, 'tables' | 'figures'>): void {
  for (const { path, written } of figures) {
    const { of, residuals, leverage, instruments } = written as unknown as Readonly<
      Record<string, unknown>
    >;
    const named = { of, residuals, leverage, instruments };
    for (const [key, value] of Object.entries(named)) {
      const list = (Array.isArray(value) ? value : [value ?? []].flat()) as readonly string[];
      for (const one of list) checkReference(one, `${path}.${key}`, tables);
    }
  }
  for (const table of tables) {
    if (table.kind === 'tests') checkReference(table.of, `${table.path}.tests`, tables);
  }
}

/** @throws InputError `unknown-index` for a table of an index that no step makes */
export function checkIndices(tables: readonly StudyTable[], build: Study['steps']['build']): void {
  const known = (build ?? []).flatMap((step) => ('index' in step ? [step.name] : []));
  for (const table of tables) {
    if (table.kind !== 'index' || known.includes(table.of)) continue;
    const none = '; make it in build, as {index: entropy, columns: {a: +, b: -}}';
    const way = known.length === 0 ? none : suggestion(table.of, known);
    const words = `unknown index "${table.of}"${way}`;
    throw unknown('unknown-index', `${table.path}.index`, words, table.of);
  }
}

/** @throws InputError `unknown-table`, `unknown-model` */
function checkReference(reference: string, path: string, tables: readonly StudyTable[]): void {
  const { table: id } = readReference(reference);
  const table = tables.find((one) => one.id === id);
  if (table === undefined) {
    const known = tables.map((one) => one.id);
    throw unknown(
      'unknown-table',
      path,
      `unknown table "${id}"${suggestion(id, known)}`,
      reference,
    );
  }
  if (table.kind === 'models' || table.kind === 'split') return;
  const words = `expected a table of models, found ${id}, which has none`;
  throw unknown('unknown-model', path, words, reference);
}

function unknown(code: string, path: string, words: string, reference: string): InputError {
  return new InputError(code, `study: ${path}: ${words}`, { path, found: reference });
}
