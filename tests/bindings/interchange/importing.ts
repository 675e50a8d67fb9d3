/** Shared by the tests of importers. */
import { expect } from 'vitest';
import { importModel, type ImportOptions } from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { inputErrorOf } from '../data/support.js';

export const model = (text: string, options?: ImportOptions) => importModel(text, options).model;
export const notes = (text: string) => importModel(text).notes.join('\n');

export type Read = readonly [string, Partial<DpdModelInput>];
export type Refused = readonly [text: string, message: string, word: string];

/** The caret is under the start of `word`. */
export function pointsAt(text: string, message: string, word: string): void {
  const error = inputErrorOf(() => importModel(text));
  expect(error).toMatchObject({ code: 'command-syntax', detail: { offset: text.indexOf(word) } });
  expect(error.message).toContain(message);
}
