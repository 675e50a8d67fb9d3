/** How claims, figures and templates refer to columns of tables: `T5.2` is the second printed column of T5. */

export interface Reference {
  readonly table: string;
  /** The number of a column as readers count it, from 1. */
  readonly column?: number;
  /** The letter of one of several panels below each other. */
  readonly panel?: string;
  /** A group of a split table: `east`, or `Region.east`. */
  readonly group?: string;
  /** True for `T5 column 2`, which always means the column; `T5.2` may also mean a model. */
  readonly isColumn?: true;
}

const TABLE = String.raw`(?<table>\p{L}[\p{L}\p{N}_-]*)`;
const PANEL = String.raw`(?:(?:panel\s+)?(?<panel>[A-Z])\s*,?\s*)?`;
const NUMBER = String.raw`(?:(?<plain>\d+)|\((?<bracketed>\d+)\))`;

const forms: readonly RegExp[] = [
  new RegExp(`^${TABLE}\\.(?<panel>[A-Z])?${NUMBER}$`, 'u'),
  new RegExp(`^${TABLE}\\s*,?\\s*${PANEL}\\((?<bracketed>\\d+)\\)$`, 'u'),
  new RegExp(`^${TABLE}(?:\\s+|\\s*,\\s*)${PANEL}(?:column|col\\.?)\\s*${NUMBER}$`, 'iu'),
  new RegExp(`^${TABLE}\\s*第\\s*${NUMBER}\\s*列$`, 'u'),
];

/** Parses a reference into table and column; other texts are the name of a table, possibly with a group. */
export function readReference(text: string): Reference {
  for (const [i, form] of forms.entries()) {
    const { table, panel, plain, bracketed } = form.exec(text)?.groups ?? {};
    if (table === undefined) continue;
    const isColumn = i > 0 || bracketed !== undefined;
    return {
      table,
      column: Number(plain ?? bracketed),
      ...(panel !== undefined && { panel: panel.toUpperCase() }),
      ...(isColumn && { isColumn }),
    };
  }
  const [, table = text, group] = /^([^.]+)\.(.+)$/su.exec(text) ?? [];
  return group === undefined ? { table } : { table, group };
}

/** `T5.2`, and `T4.B2` in the second of several panels below each other. */
export function columnId({ table, panel = '', column }: Reference): string {
  return column === undefined ? table : `${table}.${panel}${column}`;
}

/** `T5(2)`, which always means the column; `T5.2` may also mean a model. */
export function columnForm(id: string): string {
  return id.replace(/\.(\D*)(\d+)$/, (_, panel: string, column: string) =>
    panel === '' ? `(${column})` : ` ${panel}(${column})`,
  );
}
