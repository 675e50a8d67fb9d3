/** Analytic tests that are added to the requested ones because they may change a conclusion. */
import type { Warning } from '../../../../results/common.js';
import type { CovarianceKind } from '../../../../results/fit.js';
import type { GroupMethod, JointTest } from '../../../../results/groups.js';
import type { Compared } from '../compared.js';
import { type Cr2, cr2Differences, cr2JointTest } from '../cr2.js';
import type { Outcomes, Pair } from '../difference.js';
import { clusteredBy, hasRowErrors } from '../errors.js';
import { distinctUnits } from '../units.js';
import { jointCovariance, jointDifferences, jointTest } from '../wald.js';
import { linearWarnings } from '../../../../words/en/warnings/linear.js';
import { warning } from '../../../../words/warning.js';

export interface Check {
  readonly method: GroupMethod;
  /** Errors, if they differ from those of the comparison. */
  readonly errors?: CovarianceKind;
  readonly outcomes: Outcomes;
  readonly joint?: JointTest;
}

/**
 * Adds CR2 if it exists and is not among the methods, and the Wald test with errors by unit if the model has errors by
 * row.
 */
export async function checksOf(
  compared: Compared,
  cr2: Cr2,
  pairs: readonly Pair[],
  level: number,
): Promise<Check[]> {
  const { engine, groups, options } = compared;
  const checks: Check[] = [];
  const several = groups.length > 2;
  const errors = unitErrorsOf(compared);
  if (errors !== undefined) {
    const column = errors.clusters![0]!.column;
    const joint = await jointCovariance({
      ...compared,
      model: clusteredBy(compared.model, column),
    });
    checks.push({
      method: 'wald',
      errors,
      outcomes: jointDifferences(compared, joint, pairs, level),
      ...(several && { joint: { method: 'wald', errors, ...jointTest(engine, joint) } }),
    });
  }
  if (!options.methods.includes('cr2') && !('reason' in cr2)) {
    checks.push({
      method: 'cr2',
      outcomes: cr2Differences(engine, cr2, pairs, level),
      ...(several && { joint: { method: 'cr2', ...cr2JointTest(engine, cr2) } }),
    });
  }
  return checks;
}

/** The model with errors clustered by unit, for a model with errors by row; undefined if each unit has one row. */
function unitErrorsOf({ model, groups, units }: Compared): CovarianceKind | undefined {
  if (!hasRowErrors(model)) return undefined;
  const rows = groups.flatMap((group) => Array.from(group.rows));
  const count = distinctUnits(units.codes, Int32Array.from(rows)).length;
  if (count === rows.length) return undefined;
  return { type: 'CV1', clusters: [{ column: model.panel!.unit, count }] };
}

/** Warns about errors by row, which are reported together with the clustered test. */
export function rowErrorWarnings(
  { model, options }: Compared,
  checks: readonly Check[],
): Warning[] {
  const check = checks.find(({ errors }) => errors !== undefined);
  if (check === undefined) return [];
  const unit = check.errors!.clusters![0]!.column;
  const { type } = model.vcov;
  const tests: ('wald' | 'suest')[] = options.methods.includes('suest')
    ? ['wald', 'suest']
    : ['wald'];
  return [warning(linearWarnings, 'row-wise-errors', { type, unit, tests })];
}
