/** p-values of the tests by draws in one panel, from the pooled model alone. */
import type { Engine } from '../../../bindings/core/engine/engine.js';
import { labelExchange } from '../../../bindings/analysis/bootstrap/groups/permuted/exchange.js';
import { linearStatistics } from '../../../bindings/analysis/bootstrap/groups/permuted/linear.js';
import { fitStack } from '../../../bindings/analysis/interacted/fit.js';
import type { Labelled } from '../../../bindings/analysis/interacted/stack.js';
import { clusterErrors } from '../../../bindings/analysis/interacted/unit-errors.js';
import { taskOf } from '../../../bindings/analysis/bootstrap/groups/wild/task.js';
import { wildStudy } from '../../../bindings/analysis/bootstrap/groups/wild/wild-study.js';
import { pFunction } from '../../../bindings/analysis/bootstrap/summary/wild-tests.js';

const reps = 99;

/** p of the exchange of labels, as `permutation` counts; null without a test. */
export function permutationTest(
  engine: Engine,
  labelled: Labelled,
  units: Int32Array,
  { seed, periods }: { readonly seed: number; readonly periods: Int32Array },
): number | null {
  const { labels } = labelled;
  const errors = clusterErrors('id', units, 'CV1');
  const pairs = [[0, 1]] as const;
  const statistics = linearStatistics(engine, { kind: 'linear', labelled, errors, pairs });
  const exchange = labelExchange({ labels, units, periods });
  const observed = statistics(labels)[0]?.t;
  if (observed === undefined || exchange.smallest > 0.05) return null;
  let [beyond, used] = [0, 0];
  for (let r = 0; r < reps; r++) {
    const t = statistics(exchange.permuted(engine, seed, r))[0]?.t;
    if (t === undefined) continue;
    used += 1;
    beyond += Number(Math.abs(t) >= Math.abs(observed) * (1 - 1e-9));
  }
  return (1 + beyond) / (1 + used);
}

/** p of the restricted wild cluster bootstrap, as `wild` counts; null without a test. */
export async function wildTest(
  engine: Engine,
  labelled: Labelled,
  units: Int32Array,
  seed: number,
): Promise<number | null> {
  const clusters = clusterErrors('id', units, 'CV1');
  const fit = fitStack(engine, labelled, clusters);
  if ('status' in fit) return null;
  const groups = fit.estimates.map((estimate) => ({
    fit: { params: { x: estimate }, stdErrors: { x: 1 } },
  }));
  const compared = {
    engine,
    groups,
    options: { reps, seed, of: 'x', common: false },
    units: { column: 'id', codes: units },
  };
  const wild = taskOf(compared as never, labelled, [0, 1], [0, 1]);
  const { task, place, estimate } = wild;
  const enumerated = task.scheme.enumerated === true;
  const completed = enumerated ? 2 ** task.units.count : reps;
  const prepared = await wildStudy.prepare(engine, { kind: 'group-wild', task, place });
  const chunk = prepared.run(0, completed);
  const width = chunk.values.length / completed;
  const k = task.params.length;
  const replicates = { values: chunk.values, completed, width };
  const tested = { k, place, unit: wild.stdError };
  const p = pFunction(replicates, tested, { pValue: 'symmetric', enumerated });
  return p === undefined ? null : p(estimate);
}
