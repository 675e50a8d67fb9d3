/** p-values of the analytic tests in one panel, from the pooled model alone. */
import { statusTold } from '../../../bindings/core/engine/status-sentences.js';
import type { Engine } from '../../../bindings/core/engine/engine.js';
import {
  cr2Differences,
  cr2In,
  cr2JointTest,
} from '../../../bindings/analysis/bootstrap/groups/cr2.js';
import type { Pair } from '../../../bindings/analysis/bootstrap/groups/difference.js';
import { fitStack } from '../../../bindings/analysis/interacted/fit.js';
import type { Labelled } from '../../../bindings/analysis/interacted/stack.js';
import { clusterErrors } from '../../../bindings/analysis/interacted/unit-errors.js';
import {
  type Joint,
  jointDifferences,
  jointTest,
} from '../../../bindings/analysis/bootstrap/groups/wald.js';

const pair: Pair = [0, 1];
const level = 0.95;

/** The methods by name; `joint` in front of those that test three groups. */
export function analyticTests(
  engine: Engine,
  labelled: Labelled,
  units: Int32Array,
): ReadonlyMap<string, number | null> {
  const { labels, ngroups } = labelled;
  const clustered = clusterErrors('id', units, 'CV1');
  const rowwise = { vcov: { type: 'HC1', small: true }, clusters: [], order: undefined } as const;
  const isPanel = units.at(-1)! + 1 < units.length;
  const tests: Record<string, Joint> = {
    ...(isPanel && { rows: jointIn(engine, labelled, rowwise) }),
    wald: jointIn(engine, labelled, isPanel ? clustered : rowwise),
  };
  tests['suest'] = stacked(tests['wald']!, labels.length, labelled);
  const cr2 = cr2In(engine, labelled, clusterErrors('id', units, 'CV2'));
  const out = new Map<string, number | null>();
  for (const [name, joint] of Object.entries(tests)) {
    const { of } = jointDifferences({ engine } as never, joint, [pair], level);
    out.set(name, of.get('0 1')?.pValue ?? null);
    if (ngroups > 2) out.set(`joint ${name}`, jointTest(engine, joint).pValue);
  }
  out.set('cr2', cr2Differences(engine, cr2, [pair], level).of.get('0 1')?.pValue ?? null);
  if (ngroups > 2) out.set('joint cr2', cr2JointTest(engine, cr2).pValue);
  return out;
}

function jointIn(
  engine: Engine,
  labelled: Labelled,
  errors: Parameters<typeof fitStack>[2],
): Joint {
  const fit = fitStack(engine, labelled, errors);
  return 'status' in fit ? { reason: statusTold(fit.status) } : { ...fit, statistic: 't' };
}

/** The stacked scores have the clustered errors without (n - 1) / (n - k), and z. */
function stacked(joint: Joint, n: number, { context, ngroups }: Labelled): Joint {
  if ('reason' in joint) return joint;
  const k = context.rows.names.length * ngroups;
  const factor = (n - (context.transformation.kind === 'within' ? k - ngroups + 1 : k)) / (n - 1);
  const covariance = joint.covariance.map((row) => row.map((x) => x * factor));
  return { ...joint, covariance, statistic: 'z' };
}
