/**
 * What is wrong with the model, at the key that says it: why it has no estimate, and what the estimate warns of. A fault is
 * shown at the control of its key, else at that of what holds the key, and else above the form.
 */
import { computed, signal } from '@preact/signals';
import { failure, fit } from '../session/estimate.js';
import { model } from '../session/model.js';
import { parentOf } from '../session/paths.js';
import { failureFault } from './failures.js';
import type { Fault } from './fault.js';
import { warningFaults } from './warnings.js';

/** How many controls each key has on the page. */
const watched = signal<ReadonlyMap<string, number>>(new Map());
const none: readonly Fault[] = [];

function count(path: string, step: number): void {
  const counts = new Map(watched.peek());
  const next = (counts.get(path) ?? 0) + step;
  if (next > 0) counts.set(path, next);
  else counts.delete(path);
  watched.value = counts;
}

/** Says that the page has a control for a key. Returns what says that it is gone. */
export function watchPath(path: string): () => void {
  count(path, 1);
  return () => count(path, -1);
}

/** All that is wrong, in the order in which it was found. */
export const faults = computed<readonly Fault[]>(() => {
  if (failure.value !== undefined) return [failureFault(failure.value, model.value)];
  return fit.value === undefined ? none : warningFaults(fit.value, model.value);
});

const placed = computed(() => {
  const places = new Map<string, Fault[]>();
  for (const fault of faults.value) {
    let place = fault.path;
    while (place !== '' && !watched.value.has(place)) place = parentOf(place);
    places.set(place, [...(places.get(place) ?? []), fault]);
  }
  return places;
});

/** What is wrong at a key; that at `''` has no control. */
export const faultsAt = (path: string): readonly Fault[] => placed.value.get(path) ?? none;
