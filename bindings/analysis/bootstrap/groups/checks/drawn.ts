/** Tests by draws that are added to the requested ones if there are so few units that they may give another answer. */
import type { DataInput } from '../../../../data/index.js';
import { FEW_CLUSTERS } from '../../../../models/covariances/few-clusters.js';
import type { ModelInput } from '../../../../models/model.js';
import type { GroupComparison, GroupMethod } from '../../../../results/groups.js';
import { compareGroups } from '../groups.js';
import type { GroupOptions } from '../options.js';

const drawn: readonly GroupMethod[] = ['permutation', 'wild'];
const MOST_REPS = 999;

/**
 * The comparison with added permutation and wild bootstrap tests if a group has few units. Throws as `compareGroups`.
 */
export async function withDrawnChecks(
  comparison: GroupComparison,
  data: DataInput,
  model: ModelInput,
  options: GroupOptions,
): Promise<GroupComparison> {
  const { groups, differences, checks = [], moderator } = comparison;
  const known = new Set(differences.map(({ method }) => method));
  const methods = drawn.filter((method) => !known.has(method));
  const fewest = Math.min(...groups.map(({ ngroups, nobs }) => ngroups ?? nobs));
  if (moderator !== undefined || methods.length === 0 || fewest >= FEW_CLUSTERS) return comparison;
  const reps = Math.min(MOST_REPS, comparison.reps);
  const more = await compareGroups(data, model, { ...options, methods, reps });
  return { ...comparison, checks: [...checks, ...more.differences] };
}
