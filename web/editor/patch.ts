/** Changes a YAML text to another value, and leaves comments, order and spelling of all else as they are. */
import { type Document, isMap, isSeq, type Node, parseDocument, visit } from 'yaml';
import { parseText } from './document.js';

type Step = string | number;
type Table = Readonly<Record<string, unknown>>;

const options = { lineWidth: 0, flowCollectionPadding: false } as const;
/** The longest list or table that is written in a line. */
const lineLength = 60;

/** A value as YAML. */
export function writeText(value: object): string {
  const document = parseDocument('{}');
  const contents = styled(document, value);
  if (isCollection(contents)) contents.flow = false;
  document.contents = contents as never;
  return document.toString(options);
}

/** The text with another value. */
export function patchText(text: string, value: object): string {
  const { document, faults } = parseText(text);
  if (faults.length > 0 || !isMap(document.contents)) return writeText(value);
  patch(document, [], document.toJS(), value);
  // A key that others refer to by an alias has changed them, too.
  return equal(document.toJS(), value) ? document.toString(options) : writeText(value);
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCollection = (node: Node) => isMap(node) || isSeq(node);

/** Equal values, whatever the order of their keys. */
function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [first, second] = [a as Table, b as Table];
  const keys = Object.keys(second).filter((key) => second[key] !== undefined);
  return (
    keys.length === Object.keys(first).length && keys.every((key) => equal(first[key], second[key]))
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function patch(document: Document, path: readonly Step[], before: unknown, after: unknown): void {
  if (same(before, after)) return;
  if (isTable(before) && isTable(after)) return patchTable(document, path, before, after);
  if (Array.isArray(before) && Array.isArray(after) && after.length > 0) {
    return patchList(document, path, before, after);
  }
  const hasParts = typeof after === 'object' && after !== null;
  document.setIn(path, hasParts ? styled(document, after) : after);
}

function patchTable(document: Document, path: readonly Step[], before: Table, after: Table): void {
  for (const key of Object.keys(before)) {
    if (!(key in after)) document.deleteIn([...path, key]);
  }
  for (const [key, value] of Object.entries(after)) {
    if (value !== undefined) patch(document, [...path, key], before[key], value);
  }
}

/** Entries are changed in place, those that are gone are taken out where they were, and new ones come last. */
function patchList(
  document: Document,
  path: readonly Step[],
  before: readonly unknown[],
  after: readonly unknown[],
): void {
  const gone = before.length - after.length;
  const firstChange = before.findIndex((value, place) => !same(value, after[place]));
  const start = firstChange < 0 ? before.length : firstChange;
  const isCut = gone > 0 && same(before.slice(start + gone), after.slice(start));
  const cutAt = isCut ? start : after.length;
  for (let i = 0; i < gone; i++) document.deleteIn([...path, cutAt]);
  if (isCut) return;
  after.forEach((value, place) => {
    if (place < before.length) patch(document, [...path, place], before[place], value);
    else document.addIn(path, styled(document, value));
  });
}

/** A value as nodes: short tables and lists without tables in them are written in a line. */
function styled(document: Document, value: unknown): Node {
  const node = document.createNode(value) as Node;
  visit(node, {
    Collection(_, collection) {
      const isLong = JSON.stringify(collection.toJSON()).length > lineLength;
      const hasTables = isSeq(collection) && collection.items.some(isMap);
      collection.flow = !isLong && !hasTables;
    },
  });
  return node;
}
