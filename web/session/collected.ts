/** Models that are columns of a table, and how the table is printed. */
import { signal } from '@preact/signals';
import type { TableSpec } from 'wasmetrics/report';
import { addPart, record } from './history.js';
import { alsoKeep } from './kept.js';
import type { WrittenModel } from './model.js';

/** A column of the table. */
export interface Collected {
  /** Stays with the column wherever it is moved. */
  readonly id: number;
  readonly model: WrittenModel;
  /** Its heading; empty for its number. */
  readonly head: string;
}

/** The keys of a table that the page has controls for. */
export type ChosenSpec = Pick<
  TableSpec,
  'title' | 'stars' | 'stats' | 'below' | 'digits' | 'style' | 'labels'
>;

export const collected = signal<readonly Collected[]>([]);
export const spec = signal<ChosenSpec>({});

for (const part of [collected, spec] as const) {
  addPart<unknown>({
    read: () => part.value,
    restore: (value) => (part.value = value as never),
  });
}
alsoKeep('collected', collected);
alsoKeep('tableSpec', spec);

/** Adds a model as the last column. */
export function collect(model: WrittenModel): void {
  record();
  const id = 1 + Math.max(0, ...collected.value.map((one) => one.id));
  collected.value = [...collected.value, { id, model, head: '' }];
}

export function setColumns(columns: readonly Collected[], control = ''): void {
  record(control);
  collected.value = columns;
}

export function setSpec(part: ChosenSpec, control = ''): void {
  record(control);
  spec.value = { ...spec.value, ...part };
}

/** The columns with the one at `from` moved to `to`. */
export function moved(from: number, to: number): readonly Collected[] {
  const columns = [...collected.value];
  const [column] = columns.splice(from, 1);
  columns.splice(to, 0, column!);
  return columns;
}
