/** Completion of keys, values and columns, by what a schema allows at the place of the cursor. */
import type { Completion, CompletionContext, CompletionSource } from '@codemirror/autocomplete';
import { isMap, isScalar, type Pair, visit } from 'yaml';
import { parseText } from './document.js';
import { formsAt, type Schema } from './schema.js';

/** A word that no document has; it is put at the cursor, so that the parser says what is there. */
const mark = 'completion7here';

interface Cursor {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** The cursor is where a key of the table at the path would be. */
  readonly isKey: boolean;
  /** Nothing is written there but what is completed. */
  readonly isAlone: boolean;
}

/** Completes by a schema. `columns` are the names that texts such as formulas may have. */
export function completeBy(schema: Schema, columns: () => readonly string[]): CompletionSource {
  return (context: CompletionContext) => {
    const word = context.matchBefore(/[\p{L}\p{N}_$-]*/u)!;
    const line = context.state.doc
      .lineAt(context.pos)
      .text.slice(0, context.pos - context.state.doc.lineAt(context.pos).from);
    if (word.from === word.to && !context.explicit && !/(: |\[|, |- )$/.test(line)) return null;
    if (line.includes('#')) return null;
    const text = context.state.doc.toString();
    const cursor = cursorIn(text.slice(0, word.from) + mark + text.slice(context.pos));
    if (cursor === undefined) return null;
    const options = [...optionsAt(schema, cursor, columns())];
    return options.length === 0
      ? null
      : { from: word.from, options, validFor: /^[\p{L}\p{N}_$-]*$/u };
  };
}

function cursorIn(text: string): Cursor | undefined {
  const { document } = parseText(text);
  let cursor: Cursor | undefined;
  visit(document, {
    Scalar(place, node, ancestors) {
      if (typeof node.value !== 'string' || !node.value.includes(mark)) return undefined;
      const path = ancestors.flatMap((ancestor, i) => stepFrom(ancestor, ancestors[i + 1] ?? node));
      const isKey = place === 'key';
      const value = document.toJS() as unknown;
      cursor = {
        path: isKey ? path.slice(0, -1) : path,
        value,
        isKey,
        isAlone: node.value === mark,
      };
      return visit.BREAK;
    },
  });
  return cursor;
}

/** The step from a node to one that it has: a key or a place; a pair has none of its own. */
function stepFrom(node: unknown, inner: unknown): (string | number)[] {
  if (isMap(node)) return [keyOf(inner as Pair)];
  const items = (node as { readonly items?: readonly unknown[] }).items;
  return items === undefined ? [] : [items.indexOf(inner)];
}

const keyOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : String(key));

function* optionsAt(
  schema: Schema,
  cursor: Cursor,
  columns: readonly string[],
): Generator<Completion> {
  const { path, value, isKey, isAlone } = cursor;
  const forms = formsAt(schema, value, path);
  if (isAlone) yield* keysIn(forms, value, path, isKey);
  if (isKey) return;
  if (isAlone) yield* wordsOf(forms);
  const takesText = forms.some(({ type, enum: words }) => type === 'string' && words === undefined);
  if (!takesText) return;
  for (const name of columns) yield { label: name, type: 'variable' };
}

/** Keys of tables; those that the table has are left out. */
function* keysIn(
  forms: readonly Schema[],
  value: unknown,
  path: readonly (string | number)[],
  isKey: boolean,
): Generator<Completion> {
  const table = path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    value,
  );
  const written = isKey ? Object.keys((table ?? {}) as object) : [];
  const seen = new Set(written);
  for (const { properties = {} } of forms) {
    for (const [key, { description }] of Object.entries(properties)) {
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        label: key,
        apply: `${key}: `,
        type: 'property',
        ...(description && { info: description }),
      };
    }
  }
}

function* wordsOf(forms: readonly Schema[]): Generator<Completion> {
  const words = forms.flatMap((form) => [
    ...(form.enum ?? []),
    ...(form.const === undefined ? [] : [form.const]),
    ...(form.type === 'boolean' ? [true, false] : []),
  ]);
  for (const word of new Set(words)) yield { label: String(word), type: 'constant', boost: 1 };
}
