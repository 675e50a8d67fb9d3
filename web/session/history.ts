/** The way back: what the work was before each change. */
import { batch, computed, signal } from '@preact/signals';

/** A part of the work that undo brings back, such as the model. */
export interface Part<Value> {
  readonly read: () => Value;
  readonly restore: (value: Value) => void;
}

/** The values of all parts, in the order in which the parts were added. */
type State = readonly unknown[];

const parts: Part<unknown>[] = [];
const past = signal<readonly State[]>([]);
const future = signal<readonly State[]>([]);

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

/** Adds a part, whose changes are recorded from now on. */
export function addPart<Value>(part: Part<Value>): void {
  parts.push(part as Part<unknown>);
}

const read = (): State => parts.map((part) => part.read());

/** Most steps back. */
const steps = 200;
/** Changes of one control within this time, such as those of a dragged slider, are one step back. */
const together = 800;
let last = { control: '', time: 0 };

/** Call it before a change. `control` names what a person moved. */
export function record(control = ''): void {
  const time = performance.now();
  const goesOn = control !== '' && control === last.control && time - last.time < together;
  if (!goesOn) past.value = [...past.value.slice(1 - steps), read()];
  last = { control, time };
  future.value = [];
}

export function undo(): void {
  const previous = past.value.at(-1);
  if (previous === undefined) return;
  batch(() => {
    past.value = past.value.slice(0, -1);
    future.value = [read(), ...future.value];
    restore(previous);
  });
}

export function redo(): void {
  const [next, ...rest] = future.value;
  if (next === undefined) return;
  batch(() => {
    future.value = rest;
    past.value = [...past.value, read()];
    restore(next);
  });
}

/** Parts that were added after the state was recorded stay as they are. */
function restore(state: State): void {
  last = { control: '', time: 0 };
  state.forEach((value, i) => {
    if (parts[i]!.read() !== value) parts[i]!.restore(value);
  });
}
