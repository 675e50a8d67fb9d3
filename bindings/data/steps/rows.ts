import type { Column, MissingKinds } from '../column.js';

/** A column whose row i is row `rows[i]` of `column`, or missing if that is -1. Labels and units are kept. */
export function takeRows(column: Column, rows: Int32Array): Column {
  const { missing, ...facts } = column;
  const kinds = missing && { missing: takeKinds(missing, rows) };
  if (facts.kind === 'number') {
    const { values, nans, ...rest } = facts;
    return {
      ...rest,
      ...kinds,
      values: Float64Array.from(rows, (row) => (row < 0 ? NaN : values[row]!)),
      ...(nans && { nans: takeMarks(nans, rows) }),
    };
  }
  const { values, nulls, bytes, ...rest } = facts;
  const absent = rows.includes(-1);
  return {
    ...rest,
    ...kinds,
    values: Array.from(rows, (row) => (row < 0 ? '' : values[row]!)),
    ...((nulls !== undefined || absent) && { nulls: takeNulls({ values, nulls }, rows) }),
    ...(bytes && { bytes: takeMarks(bytes, rows) }),
  };
}

function takeKinds({ names, codes }: MissingKinds, rows: Int32Array): MissingKinds {
  return { names, codes: Uint8Array.from(rows, (row) => (row < 0 ? 0 : codes[row]!)) };
}

function takeMarks(marked: ReadonlySet<number>, rows: Int32Array): ReadonlySet<number> {
  const marks = new Set<number>();
  rows.forEach((row, i) => {
    if (marked.has(row)) marks.add(i);
  });
  return marks;
}

/** Without `nulls` every empty text is missing. */
function takeNulls(
  { values, nulls }: { readonly values: readonly string[]; readonly nulls: Uint8Array | undefined },
  rows: Int32Array,
): Uint8Array {
  return Uint8Array.from(rows, (row) => {
    if (row < 0) return 1;
    return nulls === undefined ? Number(values[row] === '') : nulls[row]!;
  });
}
