/** A warning about a table. One about a `column` or some `columns` concerns the models that use one of them. */
export interface TableWarning {
  readonly code: string;
  readonly message: string;
  readonly column?: string;
  readonly columns?: readonly string[];
  /** A missing code, and how many cells of each column have it. A model is told of its own columns. */
  readonly missing?: string;
  readonly counts?: Readonly<Record<string, number>>;
  /** True if it matters only where the column holds codes: units, periods, clusters, levels or keys. */
  readonly ofCodes?: boolean;
}
