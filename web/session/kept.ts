/** What else of the work is kept in the browser and restored, next to the data and the model. */
import { type Signal, signal } from '@preact/signals';

/** Why not all of the work is kept: no room for the file, none for anything, or no database. */
export const keepFailure = signal<'no-room-for-file' | 'no-room' | 'no-database' | undefined>(
  undefined,
);

interface Part {
  readonly value: Signal<unknown>;
  /** What it is in new work. */
  readonly initial: unknown;
}

const parts = new Map<string, Part>();
let restored: Readonly<Record<string, unknown>> = {};

/** Keeps a signal of plain data under a name, and gives it the value that was kept. */
export function alsoKeep<Value>(name: string, value: Signal<Value>): void {
  parts.set(name, { value: value as Signal<unknown>, initial: value.peek() });
  if (name in restored) value.value = restored[name] as Value;
}

/** The values of all parts, also of those whose code has not been loaded yet. */
export function readParts(): Readonly<Record<string, unknown>> {
  const loaded = Array.from(parts, ([name, { value }]) => [name, value.value] as const);
  return { ...restored, ...Object.fromEntries(loaded) };
}

/** True if all parts are as in new work. */
export const partsAreInitial = () =>
  Array.from(parts.values()).every(({ value, initial }) => value.value === initial);

/** Gives all parts the values that were kept; those that are loaded later receive theirs then. */
export function restoreParts(values: Readonly<Record<string, unknown>>): void {
  restored = values;
  for (const [name, { value, initial }] of parts) {
    value.value = name in values ? values[name] : initial;
  }
}
