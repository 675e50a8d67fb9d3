/** An explanation by position: what it means, why it matters, what to do, references. */
export type Entry = readonly [
  meaning: string,
  matters: string,
  change: string,
  ...references: string[],
];

/** Explanations by their codes. */
export type Entries = Readonly<Record<string, Entry>>;
