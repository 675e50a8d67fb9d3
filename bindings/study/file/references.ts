/** Names of tables and models that other parts of a study use. */
import { suggestion } from '../../data/nearest.js';
import { InputError } from '../../core/errors.js';
import type { PlannedModel, Study, StudyTable } from './study.js';

/** The models that a table has before it runs; those of groups without named levels are known only from the data. */
function plannedModels(table: StudyTable): readonly PlannedModel[] {
  if (table.kind === 'models') return table.models;
  return table.kind === 'split' ? [table.model] : [];
}

/** The table of a reference such as `T5` or `T5.2`, and the number of its model. */
export function splitReference(reference: string): {
  readonly table: string;
  readonly model?: number;
} {
  const [, table = reference, number] = /^(.*)\.(\d+)$/.exec(reference) ?? [];
  return { table, ...(number !== undefined && { model: Number(number) }) };
}

/** @throws InputError `unknown-table`, `unknown-model` */
export function checkReferences({
  tables,
  figures,
  claims,
}: Pick<Study, 'tables' | 'figures' | 'claims'>): void {
  for (const { id, models } of claims) {
    for (const { name } of models) checkReference(name, `claims.${id}`, tables);
  }
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
  const { table: id, model } = splitReference(reference);
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
  const count = countModels(table);
  if (count === 0) {
    const words = `expected a table of models, found ${id}, which has none`;
    throw unknown('unknown-model', path, words, reference);
  }
  if (model === undefined || count === undefined || (model >= 1 && model <= count)) return;
  const words = `expected a model from ${id}.1 to ${id}.${count}, found ${reference}`;
  throw unknown('unknown-model', path, words, reference);
}

/** The number of models of a table; undefined if the data decide. */
function countModels(table: StudyTable): number | undefined {
  if (table.kind !== 'split') return plannedModels(table).length;
  const sizes = table.splits.map(({ at: place, levels }) => {
    if (levels !== undefined) return levels.length;
    if (place === undefined) return undefined;
    if (typeof place !== 'string') return place.length + 1;
    return place === 'terciles' ? 3 : 2;
  });
  return sizes.every((size) => size !== undefined)
    ? sizes.reduce<number>((sum, size) => sum + size, 0)
    : undefined;
}

function unknown(code: string, path: string, words: string, reference: string): InputError {
  return new InputError(code, `study: ${path}: ${words}`, { path, found: reference });
}
