/** From one estimator to another: what both know stays, and what only the first knows comes back with it. */
import type { EstimatorTraits } from '../engine/questions/estimators.js';
import type { WrittenModel } from '../session/model.js';
import { partsOf } from './formula.js';
import { controlsOf, keysOf } from './layout.js';
import { valueAt, withValue } from '../session/paths.js';

/** What each estimator's last model had that the next one could not take. */
const shelf = new Map<string, Readonly<Record<string, unknown>>>();

export function switched(
  written: WrittenModel,
  estimator: string,
  traits: EstimatorTraits | undefined,
): WrittenModel {
  const known = keysOf(estimator);
  const entries = Object.entries(written);
  shelf.set(written.estimator, Object.fromEntries(entries.filter(([key]) => !known.has(key))));
  const kept = Object.fromEntries(entries.filter(([key]) => known.has(key)));
  // What is kept comes first, so that the order of the keys stays, and last, so that it wins.
  const added = { ...started(written, traits), ...shelf.get(estimator) };
  const next = { ...kept, ...added, ...kept, estimator };
  return withoutForeignWords(next);
}

/** Words that the new estimator does not know, such as a kind of standard errors, are left to its defaults. */
function withoutForeignWords(written: WrittenModel): WrittenModel {
  let next = written;
  for (const part of ['method', 'errors'] as const) {
    for (const { key, type, choices } of controlsOf(part, written.estimator)) {
      const value = valueAt(next, key) as string | number | undefined;
      if (type !== 'choice' || value === undefined || choices!.includes(value)) continue;
      next = withValue(next, key, undefined);
    }
  }
  return next;
}

/** Instruments with which an estimator that needs lists of them can begin: those of its short model, of the outcome. */
function started(written: WrittenModel, traits: EstimatorTraits | undefined): object {
  const outcome = partsOf(String(written['formula'] ?? ''))?.outcome;
  const gmm = traits?.shortest.gmm;
  if (gmm === undefined || outcome === undefined) return {};
  return { gmm: gmm.map((entry) => ({ ...entry, vars: [outcome] })) };
}
