/** What a warning, a test or an error of a result means. */
export interface Explanation {
  /** As results print it: `many-instruments`, `hansen`. */
  readonly code: string;
  readonly kind: 'warning' | 'test' | 'error';
  readonly meaning: string;
  /** What follows for the conclusions. */
  readonly matters: string;
  readonly references: readonly string[];
  /** The option that changes it, or what to do. */
  readonly change: string;
}

/** An explanation by position: meaning, why it matters, what changes it, references. */
export type Entry = readonly [
  meaning: string,
  matters: string,
  change: string,
  ...references: string[],
];

export function explained(
  kind: Explanation['kind'],
  entries: Readonly<Record<string, Entry>>,
): Explanation[] {
  return Object.entries(entries).map(([code, [meaning, matters, change, ...references]]) => ({
    code,
    kind,
    meaning,
    matters,
    references,
    change,
  }));
}
