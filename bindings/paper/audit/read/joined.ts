/** Joins columns that belong to the column on their left: errors next to coefficients, or cells with only stars. */
import { readCell } from './cells.js';

type Rows = readonly (readonly string[])[];

/** The rows, with columns of numbers in brackets, or of stars, joined to the cells on their left. */
export function joinedColumns(rows: Rows, nheads: number): Rows {
  const width = rows[0]?.length ?? 0;
  const body = rows.slice(nheads);
  let joined = rows;
  for (let i = width - 1; i >= 2; i--) {
    if (!belongsLeft(body, i)) continue;
    joined = joined.map((row, r) => {
      const [left, text] = [row[i - 1]!, row[i]!];
      const isSame = r < nheads || text === '' || text === left;
      return [...row.slice(0, i - 1), isSame ? left : `${left} ${text}`, ...row.slice(i + 1)];
    });
  }
  return joined;
}

/** True if a column contains only what belongs to the numbers on its left, or repeats a cell that spans both. */
function belongsLeft(body: Rows, i: number): boolean {
  let njoined = 0;
  for (const row of body) {
    const [left, text] = [row[i - 1]!, row[i]!];
    if (text === '' || text === left || /^[-\u2013\u2014.]$/.test(text)) continue;
    const belongs = isStars(text) || readCell(text).kind === 'enclosed';
    if (!belongs || readCell(left).kind !== 'number') return false;
    njoined++;
  }
  return njoined > 0;
}

function isStars(text: string): boolean {
  return /^[*+\u2020\u2021]{1,4}$/.test(text);
}
