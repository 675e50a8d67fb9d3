/** What a warning, a test, an error or a term means. */
export interface Explanation {
  /** As in results: `many-instruments`, `hansen`. */
  readonly code: string;
  readonly kind: 'warning' | 'test' | 'error' | 'term';
  readonly meaning: string;
  /** Why it matters for the conclusions. */
  readonly matters: string;
  readonly references: readonly string[];
  /** What to do. */
  readonly change: string;
  /** Other names, as results print them or in Chinese. */
  readonly names: readonly string[];
  /** The explanation in Chinese, in a sentence or two. */
  readonly chinese?: string;
}

/** An explanation by position: what it means, why it matters, what to do, references. */
export type Entry = readonly [
  meaning: string,
  matters: string,
  change: string,
  ...references: string[],
];

export function explained(
  kind: Explanation['kind'],
  entries: Readonly<Record<string, Entry>>,
): Omit<Explanation, 'names'>[] {
  return Object.entries(entries).map(([code, [meaning, matters, change, ...references]]) => ({
    code,
    kind,
    meaning,
    matters,
    references,
    change,
  }));
}
