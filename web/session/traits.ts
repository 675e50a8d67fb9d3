/** What estimators can do, once the engine has been asked, which is after the first estimate. */
import { effect, signal } from '@preact/signals';
import { ask } from '../engine/client.js';
import type { KnownTraits } from '../engine/questions/estimators.js';
import { isSettled } from './estimate.js';

export const traits = signal<KnownTraits | undefined>(undefined);

const stop = effect(() => {
  if (!isSettled.value) return;
  queueMicrotask(() => stop());
  void ask('traits', undefined).then((known) => (traits.value = known));
});
