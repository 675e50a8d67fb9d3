/** Shared by the tests of importers. */
import { expect } from 'vitest';
import {
  importModel,
  type ImportedModel,
  type ImportOptions,
} from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { inputErrorOf } from '../data/support.js';

/** The dynamic panel model of a command. */
export function importDynamic(text: string, options?: ImportOptions): ImportedModel<DpdModelInput> {
  const { model, ...rest } = importModel(text, options);
  if (model.estimator !== 'dpd') throw new Error(`expected dpd, found ${model.estimator}`);
  return { model, ...rest };
}

export const model = (text: string, options?: ImportOptions) => importDynamic(text, options).model;
export const notes = (text: string) => importModel(text).notes.join('\n');

export type Read = readonly [string, Partial<DpdModelInput>];
export type Refused = readonly [text: string, message: string, word: string];

/** The caret is under the start of `word`. */
export function pointsAt(text: string, message: string, word: string): void {
  const error = inputErrorOf(() => importModel(text));
  expect(error).toMatchObject({ code: 'command-syntax', detail: { offset: text.indexOf(word) } });
  expect(error.message).toContain(message);
}
