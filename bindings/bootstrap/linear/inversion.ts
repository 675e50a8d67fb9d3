/**
 * Confidence sets of a wild bootstrap with instruments. Its replicates depend on the value r that is tested in ways
 * that no few numbers of them hold, so that every r looked at takes replicates of its own, with the same multipliers:
 * before the others, in the calling thread.
 */
import { loadEngine } from '../../core/engine.js';
import type { FitResult } from '../../models/fit-result.js';
import { prepare } from '../replicator.js';
import type { SummaryOptions } from '../result.js';
import { giveWay } from '../runner.js';
import { confidenceSet, type InvertedSets, pFunction } from './wild.js';
import type { LinearTask } from './task.js';

/** Sets by coefficient; `signal` stops with its reason between two of them. */
export async function invertTests(
  { params, stdErrors }: FitResult,
  task: LinearTask,
  { level, pValue, scheme }: SummaryOptions,
  reps: number,
  signal: AbortSignal | undefined,
): Promise<InvertedSets> {
  const engine = await loadEngine();
  const { run, width, testAt } = prepare(engine, task);
  const names = Object.keys(params);
  const enumerated = scheme.enumerated === true;
  const sets: [string, InvertedSets[string]][] = [];
  for (const [j, name] of names.entries()) {
    await giveWay();
    signal?.throwIfAborted();
    const b = params[name]!;
    const p = (d: number) => {
      testAt(j, b - d);
      const { values } = run(0, reps);
      const tested = pFunction({ values, completed: reps, width }, names.length, j, {
        pValue,
        enumerated,
      });
      return tested === undefined ? 1 : tested(d);
    };
    const pieces = confidenceSet(b, p, 1 - level, stdErrors[name]!);
    sets.push([name, pieces.map(([low, high]) => [finite(low), finite(high)])]);
  }
  return Object.fromEntries(sets);
}

function finite(end: number): number | null {
  return Number.isFinite(end) ? end : null;
}
