/** Differences between groups. */
import type { GroupCheck, GroupComparison, GroupDifference } from '../../../results/groups.js';
import type { Test } from '../../../results/test.js';
import { entryOf } from '../../tables/term-name.js';
import type { NamedNumber, NumberedStudy, NumberKind } from './number.js';
import { written, type Writing, writingOf } from './written.js';

/**
 * `T7.difference.west-east.p`, by the first method; `.wald.p` by a named method. In a table with several comparisons
 * the names have the column of the split, `T6.GovSupport.difference.high-low`, and with several terms the term.
 */
export function comparisonNumbers({ comparisons, tables }: NumberedStudy): NamedNumber[] {
  return Object.entries(comparisons).flatMap(([table, list]) => {
    const writing = writingOf(entryOf(tables, table));
    return list.flatMap((comparison) => {
      const numbers = numbersOf(comparison, writing);
      return prefixes(table, comparison, list).flatMap((prefix) =>
        numbers.map(([rest, number]): NamedNumber => [`${prefix}.${rest}`, number]),
      );
    });
  });
}

function prefixes(
  table: string,
  { by, of }: GroupComparison,
  list: readonly GroupComparison[],
): string[] {
  if (list.length === 1) return [table, `${table}.${by}`];
  const isOnlyOfColumn = list.filter((comparison) => comparison.by === by).length === 1;
  return [isOnlyOfColumn ? `${table}.${by}` : `${table}.${by}.${of}`];
}

function numbersOf(
  { of, differences, checks = [], joint }: GroupComparison,
  writing: Writing,
): NamedNumber[] {
  const write = (
    value: number | null | undefined,
    kind: NumberKind,
    name: string,
  ): NamedNumber[] =>
    value === null || value === undefined || Number.isNaN(value)
      ? []
      : [[name, written(writing, value, kind, { column: 1, model: 1, name: of, statistic: '' })]];
  const seen = new Set<string>();
  const rows: readonly GroupCheck[] = [...differences, ...checks];
  const pairs = rows.flatMap((difference) => {
    const { between } = difference;
    const method = difference.errors === undefined ? difference.method : 'clustered';
    const name = `difference.${between[1]}-${between[0]}`;
    const isFirst = !seen.has(name);
    seen.add(name);
    return [...(isFirst ? [name] : []), `${name}.${method}`].flatMap((prefix) =>
      partsOf(difference).flatMap(([suffix, kind, value]) => write(value, kind, prefix + suffix)),
    );
  });
  return [...pairs, ...jointNumbers(joint, write)];
}

type Part = readonly [suffix: string, kind: NumberKind, value: number | null | undefined];

function partsOf(difference: GroupDifference): Part[] {
  return [
    ['', 'estimate', difference.estimate],
    ['.se', 'error', difference.stdError],
    [`.${difference.statistic ?? 'stat'}`, 'statistic', difference.stat],
    ['.p', 'p', difference.pValue],
    ['.low', 'error', difference.confInt?.[0]],
    ['.high', 'error', difference.confInt?.[1]],
  ];
}

function jointNumbers(
  joint: Test | undefined,
  write: (value: number | null, kind: NumberKind, name: string) => NamedNumber[],
): NamedNumber[] {
  if (joint === undefined) return [];
  return [...write(joint.stat, 'statistic', 'joint'), ...write(joint.pValue, 'p', 'joint.p')];
}
