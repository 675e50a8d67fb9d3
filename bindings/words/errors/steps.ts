/** Errors of build steps, in English. */
import { says } from '../told.js';

export const columnExists = says(
  'column-exists/build',
  ({ column, computed }: { readonly column: string; readonly computed: boolean }) =>
    `expected a name that no column has, found a column "${column}"; ${computed ? `write \`${column}\` in backquotes for this column, ` : ''}choose another name, or allow it with {value: ..., replace: true} (--replace)`,
);
export const noPanelForLag = says(
  'no-panel/lag',
  'a lag or difference needs a panel; set panel.unit and panel.time (--unit and --time)',
);
export const noPanelForLevel = says(
  'no-panel/level',
  ({ level }: { readonly path: string; readonly level: string }) =>
    `level ${level} needs a panel; set panel.unit and panel.time (--unit and --time)`,
);
export const emptyPart = says('empty-group/split', (detail: EmptyPart) => {
  const { column, cuts, part, range } = detail;
  const where = cuts.length === 0 ? '' : ` at ${cuts.join(', ')}`;
  const values = range === undefined ? 'no values' : `values from ${range[0]} to ${range[1]}`;
  return `expected rows in each part of ${column}${where}, found none in ${part} (${values}); choose other cuts`;
});

interface EmptyPart {
  readonly path: string;
  readonly column: string;
  readonly cuts: readonly number[];
  readonly part: string;
  /** The smallest and the largest value; undefined without values. */
  readonly range: readonly [number, number] | undefined;
}

export const builtFromItself = says(
  'unknown-column/from-itself',
  '"{column}" is built from itself; start from a column of the data',
);
export const builtLater = says(
  'unknown-column/built-later',
  '"{column}" is built later; move it before "{before}"',
);
export const builtInCircle = says(
  'unknown-column/circle',
  ({ circle }: { readonly column: string; readonly circle: readonly string[] }) =>
    `expected columns that need not each other, found the circle ${circle.join(' - ')}; start from a column of the data`,
);
