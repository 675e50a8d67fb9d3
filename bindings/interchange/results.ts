/** What imports return: models, and what is said of their code, in English and as data. */
import type { ModelInput } from '../models/model.js';
import type { Told } from '../words/told.js';
import type { ReadModel } from './imported.js';
import type { ReadCommand } from './script.js';

export interface ImportedModel<Input extends ModelInput = ModelInput> {
  readonly model: Input;
  /** Parts of the command that a model cannot express, as sentences. */
  readonly notes: readonly string[];
  /** The notes as data, from which other languages make their sentences. */
  readonly told: readonly Told[];
}

/** A model of a script. */
export interface ScriptModel extends ImportedModel, Pick<ReadCommand, 'line' | 'steps'> {}

export interface ImportedScript {
  readonly models: readonly ScriptModel[];
  /** A sentence for each statement that is not translated, with its line. */
  readonly notTranslated: readonly string[];
  /** These sentences as data; for a study after its notes. */
  readonly told: readonly Told[];
}

export const texts = (told: readonly Told[]): string[] => told.map(({ text }) => text);

/** The same with sentences in English. */
export function inEnglish<Read extends ReadModel>(read: Read) {
  return { ...read, notes: texts(read.notes), told: read.notes };
}
