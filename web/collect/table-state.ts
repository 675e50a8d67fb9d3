/** The table of the collected models: it follows them, their data and the choices of the table. */
import { effect, signal } from '@preact/signals';
import type { PaperTable } from 'wasmetrics/report';
import { ask, EngineFailure } from '../engine/client.js';
import { latest } from '../engine/latest.js';
import type { Failure } from '../engine/failure.js';
import { type ChosenSpec, type Collected, collected, spec } from '../session/collected.js';
import { data } from '../session/data.js';
import { asInput } from '../session/model.js';
import { type Language, language } from '../words/words.js';

export const table = signal<PaperTable | undefined>(undefined);
export const tableFailure = signal<Failure | undefined>(undefined);

interface Wanted {
  readonly columns: readonly Collected[];
  readonly chosen: ChosenSpec;
  readonly spoken: Language;
}

const make = latest(async ({ columns, chosen, spoken }: Wanted) => {
  if (columns.length === 0) {
    table.value = tableFailure.value = undefined;
    return;
  }
  const heads = columns.map(({ head }, i) => head || `(${i + 1})`);
  try {
    table.value = await ask('regressionTable', {
      models: columns.map(({ model }) => asInput(model)),
      spec: { ...chosen, columns: heads, language: spoken },
    });
    tableFailure.value = undefined;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    tableFailure.value = error.failure;
  }
});

/** Starts to follow; the tab of the table calls it once. */
export function followTable(): () => void {
  return effect(() => {
    const wanted = { columns: collected.value, chosen: spec.value, spoken: language.value };
    if (data.value !== undefined) make(wanted);
  });
}
