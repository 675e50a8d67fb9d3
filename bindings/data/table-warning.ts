import type { Warning } from '../words/warning.js';

/** A warning about a table. One about a `column` or some `columns` concerns the models that use one of them. */
export type TableWarning = Warning & {
  readonly column?: string;
  readonly columns?: readonly string[];
  /** True if the warning matters only if the column is used as codes: units, periods, clusters, levels or keys. */
  readonly ofCodes?: boolean;
};
