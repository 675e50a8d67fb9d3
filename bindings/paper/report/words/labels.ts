/** The names of coefficients in a report, or labels derived from those of columns. */
import { namedBy, suggestion } from '../../../data/index.js';
import type { Labels, Warning } from '../../../results/common.js';
import type { Document } from '../../tables/draft.js';
import { entryOf, termNameOf } from '../../tables/term-name.js';
import type { DocumentOptions } from '../options.js';
import { labelWarnings as sentences } from '../../../words/en/warnings/columns.js';
import { textOf } from '../../../words/phrase.js';
import { warning } from '../../../words/warning.js';

type Names = Readonly<Record<string, string>>;

/** The label of a name, or the name itself. Given labels take precedence over the data's. */
export function labeller(
  labels: DocumentOptions['labels'],
  data: Labels | undefined,
): (name: string) => string {
  if (labels === undefined || labels === false) return (name) => name;
  const given = labels === true ? {} : labels;
  return (name) => labelOf(name, { ...data?.names, ...given }, data?.values ?? {});
}

/** A warning for each given label whose name occurs neither in a report's tables nor elsewhere in its result. */
export function labelWarnings(
  labels: DocumentOptions['labels'],
  document: Document,
  result: object,
): Warning[] {
  if (typeof labels !== 'object') return [];
  const shown = new Set(variablesOf(document).flatMap(labelledNames));
  const others = Object.keys(labels).filter((name) => !shown.has(name));
  const isNamed = others.length === 0 ? () => true : namedBy(result);
  return others
    .filter((name) => !isNamed(name))
    .map((name) => {
      const detail = { name, suggestion: suggestion(name, shown) };
      return warning(sentences, 'unknown-label', detail);
    });
}

function variablesOf({ blocks }: Document): string[] {
  const names = blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    const headings = block.columns.filter((column) => column.variable === true);
    const cells = block.rows.flatMap((row) => row.cells.filter((cell) => cell.variable === true));
    return [...headings.map(({ heading }) => heading), ...cells.map(({ text }) => text)];
  });
  return names.map((name) => textOf(name));
}

/** The names for which `labelOf` looks up labels. */
function labelledNames(name: string): string[] {
  const parts = termNameOf(name);
  switch (parts.kind) {
    case 'interaction':
      return [name, ...parts.factors.flatMap(labelledNames)];
    case 'shifted':
      return [name, parts.of];
    case 'level':
      return [name, parts.column];
    case 'plain':
      return [name];
  }
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
