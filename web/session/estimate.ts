/** The estimate of the model on the page: it follows each change of the model and of the data. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { FitResult } from 'wasmetrics';
import { ask, EngineFailure } from '../engine/client.js';
import { latest } from '../engine/latest.js';
import type { Failure } from '../engine/failure.js';
import { data, isOpening } from './data.js';
import { asInput, model, type WrittenModel } from './model.js';

/** The newest estimate. It stays while a model is written that cannot be estimated. */
export const fit = signal<FitResult | undefined>(undefined);
/** The model of which it is the estimate. */
export const fittedModel = signal<WrittenModel>(model.peek());
/** Milliseconds that it took. */
export const duration = signal(0);
/** Why the model as it stands has no estimate. */
export const failure = signal<Failure | undefined>(undefined);
/** Estimates before this one, the newest last. */
export const trail = signal<readonly FitResult[]>([]);

const trailLength = 12;

/** The data of the trail: estimates on other data are not compared. */
let trailData: unknown;

const estimate = latest(async (written: WrittenModel) => {
  try {
    const answer = await ask('fit', asInput(written));
    const isOfSameData = trailData === data.peek();
    const before = isOfSameData && fit.value !== undefined ? [...trail.value, fit.value] : [];
    trail.value = before.slice(-trailLength);
    trailData = data.peek();
    fittedModel.value = written;
    fit.value = answer.fit;
    duration.value = answer.duration;
    failure.value = undefined;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    failure.value = error.failure;
  }
});

/** Without data there is no estimate. */
function forget(): void {
  batch(() => {
    fit.value = undefined;
    failure.value = undefined;
    trail.value = [];
  });
}

/** Starts to follow the model. */
export function follow(): void {
  let last = { data: data.peek(), text: '' };
  effect(() => {
    if (data.value === undefined) {
      last = { data: undefined, text: '' };
      return forget();
    }
    if (isOpening.value) return;
    // A comment in its text makes another model of the same keys.
    const next = { data: data.value, text: JSON.stringify(model.value) };
    if (next.data === last.data && next.text === last.text) return;
    last = next;
    estimate(model.value);
  });
}

/** True once the first model has been estimated or refused: what the first screen does not need is loaded then. */
export const isSettled = computed(() => fit.value !== undefined || failure.value !== undefined);
