/** Claims that were saved from numbers, in the language of study files. */
import { signal } from '@preact/signals';
import { addPart, record } from './history.js';
import { alsoKeep } from './kept.js';
import type { WrittenModel } from './model.js';

export interface SavedClaim {
  readonly id: string;
  readonly model: WrittenModel;
  /** What is claimed of the model, such as `L1.n > 0 at 0.05`. */
  readonly statement: string;
}

export const claims = signal<readonly SavedClaim[]>([]);
addPart({ read: () => claims.value, restore: (before) => (claims.value = before) });
alsoKeep('claims', claims);

export function saveClaim(model: WrittenModel, statement: string): void {
  record();
  const numbers = claims.value.map(({ id }) => Number(id.slice(1)));
  claims.value = [...claims.value, { id: `C${1 + Math.max(0, ...numbers)}`, model, statement }];
}

export function removeClaim(id: string): void {
  record();
  claims.value = claims.value.filter((claim) => claim.id !== id);
}

/** The claims as a study: a table for each, with the model that it is about. */
export function studyOf(saved: readonly SavedClaim[], data?: string): Record<string, unknown> {
  return {
    study: 1,
    ...(data !== undefined && { data }),
    tables: Object.fromEntries(saved.map(({ id, model }) => [`T${id}`, { models: [model] }])),
    claims: Object.fromEntries(saved.map(({ id, statement }) => [id, `T${id}.1: ${statement}`])),
  };
}
