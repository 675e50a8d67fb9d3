/** The specification curve: what was estimated, what of it is shown, and in which order. */
import { computed, signal } from '@preact/signals';
import type { Specification } from 'wasmetrics/types';
import { taskOf } from '../engine/task.js';
import { type Choice, rowsOf, shownOf, valueOf } from './rows.js';

export const task = taskOf('curve');

/** The coefficient; empty for the first regressor. */
export const coefficient = signal('');
/** Options that are left out, as keys of `keyOf`. */
export const excluded = signal<ReadonlySet<string>>(new Set());
/** Options of a choice that are one row together: each option with the first of its group. */
export const joined = signal<ReadonlyMap<string, string>>(new Map());
/** The choice by whose options the curve is sorted first; empty for estimates alone. */
export const sortBy = signal('');
/** The place of the specification that is looked at. */
export const place = signal(0);

const choices = computed<readonly Choice[]>(() => task.state.value.answer?.result.choices ?? []);

export const rows = computed(() => rowsOf(choices.value, joined.value));

/** The specifications that are shown, from the lowest estimate up, within the options of `sortBy`. */
export const shown = computed<readonly Specification[]>(() => {
  const all = task.state.value.answer?.result.specifications ?? [];
  const of = shownOf(all, excluded.value);
  const by = sortBy.value;
  const rank = (one: Specification) =>
    by === ''
      ? 0
      : rows.value.findIndex((row) => row.choice === by && row.keys.has(valueOf(one, by)));
  return of.sort((a, b) => rank(a) - rank(b) || a.estimate!.estimate - b.estimate!.estimate);
});

export const selected = computed<Specification | undefined>(
  () => shown.value[Math.min(place.value, shown.value.length - 1)],
);

/** Back to everything, for a new curve. */
export function reset(): void {
  excluded.value = new Set();
  joined.value = new Map();
  sortBy.value = '';
  place.value = 0;
}
