/** What a report calls coefficients: their names, or labels made from those of the columns. */
import type { Labels } from '../../results/common.js';
import { entryOf, termNameOf } from '../../tables/term-name.js';
import type { DocumentOptions } from '../options.js';

type Names = Readonly<Record<string, string>>;

/** The label of a name, or the name where there is none. Given labels come before those of the data. */
export function labeller(
  labels: DocumentOptions['labels'],
  data: Labels | undefined,
): (name: string) => string {
  if (labels === undefined || labels === false) return (name) => name;
  const given = labels === true ? {} : labels;
  return (name) => labelOf(name, { ...data?.names, ...given }, data?.values ?? {});
}

function labelOf(name: string, names: Names, values: Labels['values']): string {
  const known = entryOf(names, name);
  if (known !== undefined) return known;
  const parts = termNameOf(name);
  switch (parts.kind) {
    case 'interaction':
      return parts.factors.map((one) => labelOf(one, names, values)).join(' × ');
    case 'shifted':
      return `${parts.prefix}.${entryOf(names, parts.of) ?? parts.of}`;
    case 'level': {
      const { column, level } = parts;
      const meaning = entryOf(entryOf(values, column) ?? {}, level);
      return `${entryOf(names, column) ?? column}=${meaning ?? level}`;
    }
    case 'plain':
      return name;
  }
}
