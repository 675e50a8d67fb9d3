/** Comparisons of groups with names in the place of the values of their column. */
import type { GroupComparison, GroupDifference } from '../../results/groups.js';

/** A comparison with the names of its groups in the place of their values. */
export function withGroupNames(
  comparison: GroupComparison,
  name: (column: string, value: string) => string,
): GroupComparison {
  const { by, groups, differences, checks, warnings } = comparison;
  const values = groups.map(({ value }) => value);
  const pair = <One extends Pick<GroupDifference, 'between'>>(one: One): One => {
    const [first, second] = one.between;
    return { ...one, between: [name(by, first), name(by, second)] };
  };
  return {
    ...comparison,
    groups: groups.map((group) => ({ ...group, value: name(by, group.value) })),
    differences: differences.map(pair),
    ...(checks && { checks: checks.map(pair) }),
    warnings: warnings.map((one) =>
      one.of !== undefined && values.includes(one.of) ? { ...one, of: name(by, one.of) } : one,
    ),
  };
}

/** A comparison with the labels of its groups, if the file has another one for each. */
export function withGroupLabels(comparison: GroupComparison): GroupComparison {
  const { by, groups, labels } = comparison;
  const texts = labels?.values[by] ?? {};
  const names = new Set(groups.map(({ value }) => texts[value] ?? value));
  return names.size < groups.length
    ? comparison
    : withGroupNames(comparison, (_, value) => texts[value] ?? value);
}
