/** Specification curves. */
import { multiverse, parseModel, specificationModels } from 'wasmetrics';
import { curveFigure } from 'wasmetrics/report';
import type { CurveRequest, CurveQuestions } from '../../engine/questions/curves.js';
import type { Running } from '../running.js';
import { table } from '../data/tables.js';

export async function curve({ model, options }: CurveRequest, { signal, report }: Running) {
  const result = await multiverse(table(), model, { ...options, signal, onProgress: report });
  return { result, figure: curveFigure(result) };
}

type ModelRequest = CurveQuestions['specificationModel']['asks'];
type Written = CurveQuestions['specificationModel']['answer'];

/** The changes that the choices make, made to the model as it is written. */
export function specificationModel({ model, options, choices }: ModelRequest): Written {
  const all = specificationModels(model, options);
  const planned = all.find((one) =>
    Object.entries(choices).every(([name, value]) => one.choices[name] === value),
  );
  if (planned?.model === undefined) throw new Error('these choices make no model');
  return withChanges(model, parseModel(model), planned.model) as Written;
}

/** Keys that a multiverse sets for itself. */
const ofMultiverse = new Set(['multiverse', 'bootstrap', 'diffHansen', 'baselines', 'arOrders']);

/** What was written, with every part that differs between `before` and `after`, which have all defaults. */
function withChanges(written: unknown, before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return written;
  if (Array.isArray(written) && Array.isArray(before) && Array.isArray(after)) {
    if (written.length !== after.length || before.length !== after.length) return after;
    return after.map((part, i) => withChanges(written[i], before[i], part));
  }
  if (!isKeyed(written) || !isKeyed(before) || !isKeyed(after)) return after;
  const changed = Object.entries(after)
    .filter(([key]) => !ofMultiverse.has(key))
    .map(([key, part]) => [key, withChanges(written[key], before[key], part)] as const)
    .filter(([, part]) => part !== undefined);
  return { ...written, ...Object.fromEntries(changed) };
}

type Keyed = Readonly<Record<string, unknown>>;

const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
