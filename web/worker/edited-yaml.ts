/** A YAML text with other values: its comments and its order stay. */
import type { Document } from 'yaml';

type Path = readonly (string | number)[];
type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes only what differs between the document and `next`. */
export function edit(document: Document, next: unknown): void {
  change(document, document.toJS(), next, []);
}

function change(document: Document, before: unknown, next: unknown, path: Path): void {
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  if (isValues(before) && isValues(next)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(next)])) {
      change(document, before[key], next[key], [...path, key]);
    }
  } else if (Array.isArray(before) && Array.isArray(next) && before.length === next.length) {
    next.forEach((value: unknown, i) => change(document, before[i], value, [...path, i]));
  } else if (next === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(next, { flow: Array.isArray(next) }));
}
