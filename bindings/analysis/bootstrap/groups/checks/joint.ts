/** Tests that all of several groups have the same coefficient. */
import type { GroupComparison, JointTest } from '../../../../results/groups.js';
import type { Compared } from '../compared.js';
import { type Cr2, cr2JointTest } from '../cr2.js';
import { stackedCovariance } from '../scores/suest.js';
import type { Shapes } from '../sizes/shape.js';
import { simulatedSize, simulatedTest } from '../sizes/sizes.js';
import { type Joint, jointTest } from '../wald.js';
import type { Check } from './checks.js';

interface Tested {
  readonly joint: Joint;
  readonly cr2: Cr2;
  readonly checks: readonly Check[];
  readonly shapes: Shapes;
}

/** The joint test of the methods, and those of the checks. */
export async function jointTests(
  compared: Compared,
  { joint, cr2, checks, shapes }: Tested,
): Promise<Pick<GroupComparison, 'joint' | 'jointChecks'>> {
  const main = await jointOf(compared, joint, cr2);
  const name = simulatedTest(main.method ?? 'wald', compared.model, compared.units.column);
  const sized = (test: JointTest, simulated: typeof name): JointTest => ({
    ...test,
    size: simulated === undefined ? null : simulatedSize(shapes, jointName(simulated)),
  });
  const others = checks.flatMap(({ joint: one, method }) =>
    one === undefined ? [] : [sized(one, simulatedTest(method, CLUSTERED, 'unit'))],
  );
  return { joint: sized(main, name), ...(others.length > 0 && { jointChecks: others }) };
}

/** Checks have errors by unit. */
const CLUSTERED = { vcov: { type: 'CV1', cluster: ['unit'], small: true } } as const;

function jointName(name: NonNullable<ReturnType<typeof simulatedTest>>) {
  return name === 'rows' || name === 'wald' || name === 'suest' || name === 'cr2'
    ? (`joint ${name}` as const)
    : undefined;
}

/**
 * HTZ if CR2 is asked for and exists; otherwise by the covariance of the pooled model, or that of the stacked scores if
 * there is no pooled model.
 */
async function jointOf(compared: Compared, joint: Joint, cr2: Cr2): Promise<JointTest> {
  const { engine, options } = compared;
  if (options.methods.includes('cr2')) {
    const test = cr2JointTest(engine, cr2);
    if (test.stat !== null) return { method: 'cr2', ...test };
  }
  const stacked =
    'reason' in joint && !options.common ? await stackedCovariance(compared) : undefined;
  if (stacked === undefined || 'reason' in stacked)
    return { method: 'wald', ...jointTest(engine, joint) };
  return { method: 'suest', ...jointTest(engine, stacked) };
}
