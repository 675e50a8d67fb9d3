/**
 * The text of the model. Each model that was on the page has the text that it was written as, so that a step back brings its
 * comments back, too. A text with a fault belongs to a copy of the last model without one.
 */
import { parseText } from '../editor/document.js';
import { patchText, writeText } from '../editor/patch.js';
import { change, model, type WrittenModel } from '../session/model.js';
import { newestText, remember, soundText, texts, type WrittenText } from '../session/model-text.js';
import { words } from '../words/words.js';

/** The text of a model; that of the model before it, changed, if it was not written as a text. */
export function textOf(written: WrittenModel): WrittenText {
  const known = texts.get(written);
  const last = newestText();
  const text =
    known ?? soundText(last === undefined ? writeText(written) : patchText(last.sound, written));
  texts.set(written, text);
  remember(text);
  return text;
}

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
  const sound = isTable ? text : (newestText()?.sound ?? text);
  texts.set(next, { text, faults: all, sound });
  change(next, 'text');
}
