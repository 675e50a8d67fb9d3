/** The tests of a comparison of groups that tables show. */
import type { GroupCheck, GroupComparison } from '../../results/groups.js';

/** The differences of each pair, then its tests with other errors, then CR2 if it is the method to report. */
export function shownDifferences({
  differences,
  checks = [],
  chosen,
}: GroupComparison): readonly GroupCheck[] {
  const shown = checks.filter(
    ({ method, errors }) => errors !== undefined || (method === 'cr2' && method === chosen.method),
  );
  const pairs = [...new Set(differences.map(pairOf))];
  return pairs.flatMap((pair) => [...differences, ...shown].filter((row) => pairOf(row) === pair));
}

const pairOf = ({ between }: Pick<GroupCheck, 'between'>) => between.join('\n');

/** The column by which a test's errors are clustered, if they differ from the comparison's. */
export function clusterOf({ errors }: Pick<GroupCheck, 'errors'>): string | undefined {
  return errors?.clusters?.[0]?.column;
}
