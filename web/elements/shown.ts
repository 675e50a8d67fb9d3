/** What views show of their elements. */
import type { ReadonlySignal } from '@preact/signals';
import type { ElementFailure } from './types.js';
import type { Fitted, OpenedModel, WrittenModel } from './worker/questions.js';

export interface Shown<Result = unknown> {
  /** The newest result. It stays while a choice is tried that has none. */
  readonly shown: ReadonlySignal<Result | undefined>;
  readonly failed: ReadonlySignal<ElementFailure | undefined>;
}

export interface ShownModel extends Shown<Fitted> {
  /** The model of the author, which the controls return to. */
  readonly opened: ReadonlySignal<OpenedModel | undefined>;
  /** The model as the controls stand. */
  readonly current: ReadonlySignal<WrittenModel | undefined>;
  /** Names of the controls. */
  readonly names: ReadonlySignal<readonly string[]>;
  /** Estimates another model. Of several that wait for the engine only the newest is estimated. */
  change(model: WrittenModel): void;
}
