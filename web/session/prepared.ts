/** The data after the steps of the model, such as the columns that `build` makes. */
import { batch, computed, effect, signal } from '@preact/signals';
import { ask, EngineFailure } from '../engine/client.js';
import { latest } from '../engine/latest.js';
import type { Failure } from '../engine/failure.js';
import type { PreparedData, Steps } from '../engine/questions/tables.js';
import { data, preparedData } from './data.js';
import { model, stepsOf } from './model.js';

/** The steps as text: it changes only if they do. */
const written = computed(() => JSON.stringify(stepsOf(model.value)));
/** The steps that have been taken. Of steps that cannot be taken only the panel is left. */
export const steps = signal<Steps>({});
/** Why the steps cannot be taken. */
export const stepsFailure = signal<Failure | undefined>(undefined);

const hasSteps = (wanted: Steps) => Object.keys(wanted).some((key) => key !== 'panel');

const prepare = latest(async (wanted: Steps) => {
  try {
    const made = hasSteps(wanted) ? await ask('prepare', wanted) : undefined;
    show(wanted, made, undefined);
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    show({ panel: wanted.panel }, undefined, error.failure);
  }
});

function show(possible: Steps, made: PreparedData | undefined, failure: Failure | undefined): void {
  batch(() => {
    steps.value = possible;
    preparedData.value = made;
    stepsFailure.value = failure;
  });
}

/** Starts to follow the steps, so that lists offer the columns that they make. */
export function followSteps(): void {
  effect(() => {
    if (data.value !== undefined) prepare(JSON.parse(written.value) as Steps);
  });
}
