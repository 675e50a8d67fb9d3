/** The model on the page, its text and the way back. */
import { computed, signal } from '@preact/signals';
import type { ModelInput } from 'wasmetrics';

/** A model as it is written: the engine says what is wrong with it. */
export type WrittenModel = Readonly<Record<string, unknown>> & { readonly estimator: string };

/** The demo: employment in British firms (Arellano and Bond 1991). */
export const demo: WrittenModel = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + L2.n + w + k',
  system: true,
  steps: 2,
  gmm: [
    { vars: ['n'], lags: [2, 4] },
    { vars: ['w'], lags: [1, 3] },
  ],
  iv: [{ vars: ['k'] }],
};

const past = signal<readonly WrittenModel[]>([]);
const future = signal<readonly WrittenModel[]>([]);

export const model = signal<WrittenModel>(demo);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

/** Most steps back. */
const steps = 200;
/** Changes of one control within this time, such as those of a dragged slider, are one step back. */
const together = 800;
let last = { control: '', time: 0 };

/** Changes the model. `control` names what a person moved. */
export function change(next: WrittenModel, control = ''): void {
  const time = performance.now();
  const goesOn = control !== '' && control === last.control && time - last.time < together;
  if (!goesOn) past.value = [...past.value.slice(1 - steps), model.value];
  last = { control, time };
  future.value = [];
  model.value = next;
}

export function undo(): void {
  const previous = past.value.at(-1);
  if (previous === undefined) return;
  past.value = past.value.slice(0, -1);
  future.value = [model.value, ...future.value];
  model.value = previous;
}

export function redo(): void {
  const [next, ...rest] = future.value;
  if (next === undefined) return;
  future.value = rest;
  past.value = [...past.value, model.value];
  model.value = next;
}

/** The model with another value under a key; undefined takes the key away. */
export function withKey(written: WrittenModel, key: string, value: unknown): WrittenModel {
  const all = Object.entries({ ...written, [key]: value });
  return Object.fromEntries(all.filter(([, one]) => one !== undefined)) as WrittenModel;
}

export function setKey(key: string, value: unknown): void {
  change(withKey(model.value, key, value), key);
}

/** The model for the engine, which checks it. */
export const asInput = (written: WrittenModel) => written as unknown as ModelInput;
