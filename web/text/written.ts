/**
 * The text of the model. Each model that was on the page has the text that it was written as, so that a step back brings its
 * comments back, too. A text with a fault belongs to a copy of the last model without one.
 */
import { parseText, type TextFault } from '../editor/document.js';
import { patchText, writeText } from '../editor/patch.js';
import { change, model, type WrittenModel } from '../session/model.js';
import { words } from '../words/words.js';

export interface WrittenText {
  readonly text: string;
  /** What makes it no model at all, such as a bracket that is not closed. */
  readonly faults: readonly TextFault[];
  /** The newest text without such a fault. */
  readonly sound: string;
}

const texts = new WeakMap<WrittenModel, WrittenText>();
let last: WrittenText | undefined;

/** The text of a model; that of the model before it, changed, if it was not written as a text. */
export function textOf(written: WrittenModel): WrittenText {
  const known = texts.get(written);
  const fault =
    known ?? soundText(last === undefined ? writeText(written) : patchText(last.sound, written));
  texts.set(written, fault);
  last = fault;
  return fault;
}

const soundText = (text: string): WrittenText => ({ text, faults: [], sound: text });

/** Takes a text that a person wrote. */
export function writeModel(text: string): void {
  const { document, faults } = parseText(text);
  const value = faults.length > 0 ? undefined : (document.toJS() as unknown);
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
  const noTable = {
    from: 0,
    to: text.length,
    message: words.peek().text.noTable,
    severity: 'error',
  } as const;
  const all = isTable || faults.length > 0 ? faults : [noTable];
  const next = (isTable ? value : { ...model.peek() }) as WrittenModel;
  const sound = isTable ? text : (last?.sound ?? text);
  texts.set(next, { text, faults: all, sound });
  change(next, 'text');
}
