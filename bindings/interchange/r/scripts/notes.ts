/** Notes on models of R that depend on the calls around them. */
import type { ModelInput } from '../../../models/model.js';
import { isNote, note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';
import type { Collected } from '../../script.js';

/** Notes of a model that felm() estimated name felm(). */
export function renameNotes({ models }: Collected): void {
  const last = models.at(-1);
  if (last === undefined) return;
  const rename = (one: Told) => (isNote(one, 'feols-singletons') ? note('felm-singletons') : one);
  models[models.length - 1] = { ...last, notes: last.notes.map(rename) };
}

/** The notes without those about the default errors of the model's call. */
export function withoutDefault(notes: readonly Told[], vcov: ModelInput['vcov']): readonly Told[] {
  return vcov === undefined ? notes : notes.filter((note) => !isNote(note, 'feols-iid'));
}
