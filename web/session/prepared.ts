/** The data after the steps of the model, such as the columns that `build` makes. */
import { computed, effect, signal } from '@preact/signals';
import { ask, EngineFailure } from '../engine/client.js';
import { latest } from '../engine/latest.js';
import type { Failure } from '../engine/protocol.js';
import type { Steps } from '../engine/questions/tables.js';
import { data, preparedData } from './data.js';
import { model, stepsOf } from './model.js';

/** The steps as text: it changes only if they do. */
const written = computed(() => JSON.stringify(stepsOf(model.value)));
export const steps = computed(() => JSON.parse(written.value) as Steps);
/** Why the steps cannot be taken. */
export const stepsFailure = signal<Failure | undefined>(undefined);

const hasSteps = (taken: Steps) => Object.keys(taken).some((key) => key !== 'panel');

const prepare = latest(async (taken: Steps) => {
  try {
    preparedData.value = hasSteps(taken) ? await ask('prepare', taken) : undefined;
    stepsFailure.value = undefined;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    stepsFailure.value = error.failure;
  }
});

/** Starts to follow the steps, so that lists offer the columns that they make. */
export function followSteps(): void {
  effect(() => {
    if (data.value !== undefined) prepare(steps.value);
  });
}
