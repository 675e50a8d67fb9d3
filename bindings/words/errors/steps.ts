/** Errors of build steps, in English. */
import { says } from '../told.js';

export const columnExists = says(
  'column-exists/build',
  ({ column }: { readonly column: string }) =>
    `expected a name that no column has, found a column "${column}"; choose another name, or allow it with {value: ..., replace: true} (--replace)`,
);

export const builtFromItself = says(
  'unknown-column/from-itself',
  ({ column }: { readonly column: string }) =>
    `"${column}" is built from itself; start from a column of the data`,
);

export const builtLater = says(
  'unknown-column/built-later',
  ({ column, before }: { readonly column: string; readonly before: string }) =>
    `"${column}" is built later; move it before "${before}"`,
);

export const builtInCircle = says(
  'unknown-column/circle',
  ({ circle }: { readonly column: string; readonly circle: readonly string[] }) =>
    `expected columns that need not each other, found the circle ${circle.join(' - ')}; start from a column of the data`,
);
