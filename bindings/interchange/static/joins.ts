/** Files that scripts join to their data: `left_join(d, e, by = "year")`, `pd.merge(df, e, on="year")`. */
import { meaningOf } from '../derived.js';
import type { Filter } from '../filters/filter.js';
import { stepKeys } from '../made.js';
import { type ScriptFrame, withFilter } from './frame.js';

/** A column of the data, and the column of the file with the same values. */
export type KeyPair = readonly [left: string, right: string];

export interface Join {
  readonly other: ScriptFrame | undefined;
  readonly keys: readonly KeyPair[];
  /** True if rows without a match are dropped. */
  readonly isInner: boolean;
}

/** The rows with a match, by the column that `merge` adds. */
export function matchedRows(indicator: string): Filter {
  const left = { kind: 'column', name: indicator } as const;
  const right = { kind: 'number', text: '1' } as const;
  return { kind: 'holds', of: { kind: 'compare', operator: '==', left, right } };
}

/** The name for the column of matches of a join after others. */
export const indicatorAfter = (joins: readonly unknown[]) =>
  `matched${joins.length === 0 ? '' : `_${joins.length + 1}`}`;

/**
 * The frame with the file of another frame; undefined if the other frame is more than a file, or if a key is a column
 * that the script makes, because files are joined before. Each row has one match at most: `merge` refuses several.
 */
export function withJoin(
  frame: ScriptFrame,
  { other, keys, isInner }: Join,
): ScriptFrame | undefined {
  const on = keys.map(([left, right]) => [dataColumn(left, frame), right] as const);
  if (!isFile(other) || on.length === 0 || on.some(([left]) => left === undefined))
    return undefined;
  const merges = frame.merges ?? [];
  const isSame = on.every(([left, right]) => left === right);
  const merge = {
    file: other.reading === undefined ? other.data : { file: other.data, ...other.reading },
    on: isSame ? on.map(([left]) => left!) : Object.fromEntries(on),
    kind: 'm:1',
    ...(isInner ? { indicator: indicatorAfter(merges) } : {}),
  };
  const joined = { ...frame, merges: [...merges, merge] };
  return isInner ? withFilter(joined, matchedRows(indicatorAfter(merges))) : joined;
}

/** The frame with the rows of others below; undefined if one of them is more than a file. */
export function withRowsOf(
  frame: ScriptFrame | undefined,
  others: readonly (ScriptFrame | undefined)[],
): ScriptFrame | undefined {
  const base = frame && { ...frame, appends: undefined };
  if (!isFile(base) || others.length === 0 || !others.every(isFile)) return undefined;
  const files = others.map(({ data, reading }) => ({ file: data, ...reading }));
  return { ...frame, appends: [...(frame?.appends ?? []), ...files] };
}

/** True for a frame that is read from a file and not changed. */
function isFile(frame: ScriptFrame | undefined): frame is ScriptFrame & { data: string } {
  if (frame?.data === undefined) return false;
  const lists = [frame.filters, frame.changes, frame.merges, frame.appends];
  const isWhole = lists.every((list) => (list ?? []).length === 0);
  return isWhole && frame.derived === undefined && frame.reshape === undefined;
}

/** The column of the data with these values; undefined for a column that a step makes. */
export function dataColumn(
  name: string,
  { derived }: Pick<ScriptFrame, 'derived'>,
): string | undefined {
  const made = meaningOf(derived, name);
  const same = made === undefined ? name : made.same;
  return same === undefined || same.search(stepKeys) >= 0 ? undefined : same;
}
