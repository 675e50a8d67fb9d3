/** The text that each model on the page was written as, with its comments. */
import type { TextFault } from '../editor/document.js';
import type { WrittenModel } from './model.js';

export interface WrittenText {
  readonly text: string;
  /** What makes it no model at all, such as a bracket that is not closed. */
  readonly faults: readonly TextFault[];
  /** The newest text without such a fault. */
  readonly sound: string;
}

export const texts = new WeakMap<WrittenModel, WrittenText>();

/** The newest text, which that of a model without one is a change of. */
let newest: WrittenText | undefined;

export const newestText = () => newest;

export function remember(text: WrittenText | undefined): void {
  newest = text;
}

/** The text to keep with a model: its own, or that of a model before it, whose comments it takes over. */
export const textToKeep = (written: WrittenModel) => (texts.get(written) ?? newest)?.sound;

/** Takes over a text that was kept with a model, which may say another one: only its comments and its order count. */
export const restoreText = (text: string | undefined) =>
  remember(text === undefined ? undefined : soundText(text));

/** A text without such a fault. */
export const soundText = (text: string): WrittenText => ({ text, faults: [], sound: text });
