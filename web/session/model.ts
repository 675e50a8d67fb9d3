/** The model on the page. */
import { signal } from '@preact/signals';
import type { ModelInput } from 'wasmetrics';
import { addPart, record } from './history.js';
import { withValue } from './paths.js';

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

export const model = signal<WrittenModel>(demo);

addPart({ read: () => model.value, restore: (written) => (model.value = written) });

/** Changes the model. `control` names what a person moved. */
export function change(next: WrittenModel, control = ''): void {
  record(control);
  model.value = next;
}

/** Gives a key another value, such as `gmm[0].lags`; undefined takes the key away. */
export function setPath(path: string, value: unknown): void {
  change(withValue(model.value, path, value), path);
}

export function setKey(key: string, value: unknown): void {
  setPath(key, value);
}

/** The model for the engine, which checks it. */
export const asInput = (written: WrittenModel) => written as unknown as ModelInput;

/** Keys that change the data before the model is estimated. */
const stepKeys = ['append', 'reshape', 'merge', 'build', 'panel'];

/** What the model does to the data first. */
export function stepsOf(written: WrittenModel): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(written).filter(([key]) => stepKeys.includes(key)));
}
