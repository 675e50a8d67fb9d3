/** Dynamic panels in the columns that a script has made. */
import type { DpdModelInput } from '../../models/dpd/model.js';
import type { Told } from '../../words/told.js';
import type { ModelInput } from '../../models/model.js';
import { columnFor, type Derived, keysIn, lackNote, listOf, quoted } from '../derived.js';

/** A dynamic panel in terms of data columns: names in its formula, windows, instruments and panel. */
export function dynamicInColumns(
  model: ModelInput,
  derived: Derived | undefined,
): { readonly model: ModelInput; readonly notes: readonly Told[] } {
  if (derived === undefined) return { model, notes: [] };
  const lacking = new Set<string>();
  const column = (name: string, need: 'same' | 'groups' = 'same') =>
    columnFor(need, name, derived, lacking);
  // A word before a parenthesis is a function, and texts are levels.
  const written = (text: string) =>
    text.replace(
      /("[^"]*"|'[^']*')|(`[^`]+`|[\p{L}_][\p{L}\p{N}_]*)(?![\p{L}\p{N}_(])/gu,
      (whole, level) => {
        if (level !== undefined || /^(?:[LFD]\d*|ref)$/.test(whole)) return whole;
        return quoted(column(whole.replace(/`/g, '')));
      },
    );
  const { gmm, iv } = model as DpdModelInput;
  const lists = <Group extends { readonly vars: unknown }>(groups: readonly Group[]) =>
    groups.map((group) => ({
      ...group,
      vars: listOf(group.vars as string | readonly string[]).map(written),
    }));
  const dynamic = {
    ...keysIn(model, derived, lacking),
    formula: written(model.formula),
    ...(Array.isArray(gmm) ? { gmm: lists(gmm) } : {}),
    ...(Array.isArray(iv) ? { iv: lists(iv) } : {}),
  };
  return {
    model: dynamic as ModelInput,
    notes: [...lacking].map((name) => lackNote(name, derived)),
  };
}
