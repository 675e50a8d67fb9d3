/** A reason to leave rows out, and what it leaves: 1 for rows that stay. */
export interface LedgerRule {
  readonly reason: string;
  readonly keep: Uint8Array;
}

/** Which rows are used, and where the others went. */
export interface Ledger {
  /** 1 for rows every rule keeps (nrows). */
  readonly keep: Uint8Array;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** Rows under the first rule that leaves them out, in the order of the rules; rules without rows do not appear. */
  readonly lost: readonly { readonly reason: string; readonly rows: number }[];
}

/** Applies the rules in order. All masks are in one row order, the table's or the panel's. */
export function ledger(nrows: number, rules: readonly LedgerRule[]): Ledger {
  const keep = new Uint8Array(nrows).fill(1);
  const lost: { reason: string; rows: number }[] = [];
  let rowsUsed = nrows;
  for (const { reason, keep: kept } of rules) {
    let rows = 0;
    for (let row = 0; row < nrows; row++) {
      if (keep[row] === 0 || kept[row] === 1) continue;
      keep[row] = 0;
      rows++;
    }
    if (rows > 0) lost.push({ reason, rows });
    rowsUsed -= rows;
  }
  return { keep, rowsRead: nrows, rowsUsed, lost };
}

/** Leaves out the rows in which a variable is missing: `L2.n missing`. */
export function presentRule(name: string, values: Float64Array): LedgerRule {
  const keep = new Uint8Array(values.length).fill(1);
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row])) keep[row] = 0;
  return { reason: `${name} missing`, keep };
}
