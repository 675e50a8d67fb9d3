/** Combinations that are the same model, because a choice of how a column is built does not reach it. */
import { isFailure } from '../../../core/jobs/failures.js';
import type { BuildStep, Table } from '../../../data/index.js';
import type { Model } from '../../../models/model.js';
import { columnsReadBy } from '../../../models/preparation/step-columns.js';
import { namedColumns } from '../../../models/reading/named-columns.js';
import type { Plan } from './plans.js';
import { buildChoice } from './shared-choices.js';

export interface DistinctPlans {
  readonly plans: readonly Plan<Model>[];
  /** Combinations that are not among the plans, because another one is the same model. */
  readonly repeated: number;
}

/**
 * The plans that are different models, each with the choices that reach it. Steps that build columns which the model
 * does not use are left out. `count` is the number of combinations, which come last among the plans.
 */
export function distinctPlans(
  plans: readonly Plan<Model>[],
  count: number,
  original: Model,
  { prepared }: Table,
): DistinctPlans {
  const before = (prepared?.builds ?? []).flatMap(({ steps }) => steps) as BuildStep[];
  const written = original.build?.length ?? 0;
  const distinct = new Map<string, Plan<Model>>();
  const combinations = new Set<string>();
  plans.forEach((plan, i) => {
    const reached = reachedPlan(plan, before, written);
    const key = JSON.stringify([reached.choices, isFailure(reached.model)]);
    const first = distinct.get(key) ?? reached;
    distinct.set(key, { ...first, original: first.original || plan.original });
    if (i >= plans.length - count) combinations.add(key);
  });
  return { plans: [...distinct.values()], repeated: count - combinations.size };
}

function reachedPlan(
  plan: Plan<Model>,
  before: readonly BuildStep[],
  written: number,
): Plan<Model> {
  const { choices, model } = plan;
  if (isFailure(model)) return plan;
  const { build = [] } = model;
  const used = columnsOf(model, [...before, ...build]);
  const isReached = (name: string) =>
    !name.startsWith(buildChoice('')) || used.has(name.slice(buildChoice('').length));
  const kept = Object.entries(choices).filter(([name]) => isReached(name));
  const steps = build.filter(({ name }, i) => i < written || used.has(name));
  return {
    ...plan,
    choices: Object.fromEntries(kept),
    model: steps.length === build.length ? model : { ...model, build: steps },
  };
}

/** The columns that a model names, and those that steps read for them. */
function columnsOf(model: Model, steps: readonly BuildStep[]): ReadonlySet<string> {
  const used = new Set(namedColumns(model));
  for (const column of used) {
    for (const step of steps) {
      if (step.name === column) columnsReadBy(step).forEach((name) => used.add(name));
    }
  }
  return used;
}
