/** Draws values that a JSON Schema describes, and values next to them. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc, { type Arbitrary } from 'fast-check';

export interface Node {
  readonly $ref?: string;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
  readonly pattern?: string;
  readonly items?: Node;
  readonly prefixItems?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly allOf?: readonly { readonly then: Node }[];
  readonly else?: Node;
}

interface Schema extends Node {
  readonly $defs: Readonly<Record<string, Node>>;
}

/** A schema of `schema/`, its validator and values that are drawn from its parts. */
export function schemaOf(name: string, texts: readonly string[] = []) {
  const path = new URL(`../../schema/${name}.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Schema;
  const isValid = new Ajv2020({ strict: false }).compile(schema);
  return { schema, isValid, ...drawing(schema, texts) };
}

/** A word in another spelling: letter case, hyphens, underscores and spaces. */
const respelled = (word: string): Arbitrary<string> =>
  fc.constantFrom(
    word,
    word.toUpperCase(),
    word.replace(/-/g, '_'),
    word.replace(/-/g, ' ').replace(/^./, (first) => first.toUpperCase()),
    word.replace(/-/g, ''),
    [...word].join('-'),
  );

/** Values that no key has to take, of every type and form. */
const anything: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, false, '', 'x', 'x z', 'log(x)', 'cluster:i', 'HC1', 'auto', 'all'),
  fc.constantFrom(0, 1, 2, 3, 4, 11, 0.5, 0.95, -1, 1e-9, 1.5, 1e300),
  fc.constantFrom([], ['x'], ['x', 'z'], [['x'], null], [1, null], [2, 3], [true, false], {}),
  fc.constantFrom({ x: 'z' }, { x: '+' }, { x: 1 }, { x: null }, { x: ['exogenous'] }),
  fc.constantFrom({ vars: 'x' }, [{ vars: 'x' }], { file: 'a.csv' }, { reps: 9 }, { type: 'HC1' }),
);

function word(value: unknown): Arbitrary<unknown> {
  return typeof value === 'string' ? respelled(value) : fc.constantFrom(value, String(value));
}

function drawing({ $defs }: Schema, texts: readonly string[]) {
  const drawings = new Map<Node, Arbitrary<unknown>>();

  function valueOf(node: Node): Arbitrary<unknown> {
    const drawn = drawnFrom(node);
    return fc.oneof({ weight: 12, arbitrary: drawn }, { weight: 1, arbitrary: anything });
  }

  /** What the node describes, and values next to it: the check of the test is one-sided. Made once per node. */
  function drawnFrom(node: Node): Arbitrary<unknown> {
    const drawn = drawings.get(node) ?? drawingOf(node);
    drawings.set(node, drawn);
    return drawn;
  }

  function drawingOf(node: Node): Arbitrary<unknown> {
    const { $ref, anyOf, allOf, enum: values, type, items, prefixItems, properties } = node;
    if (node.else !== undefined) return drawnFrom(node.else);
    if (allOf !== undefined) return fc.oneof(...allOf.map(({ then }) => drawnFrom(then)));
    if ($ref !== undefined) return drawnFrom($defs[$ref.replace('#/$defs/', '')]!);
    if (anyOf !== undefined) return fc.oneof(...anyOf.map(drawnFrom));
    if ('const' in node) return word(node.const);
    if (values !== undefined) return fc.constantFrom(...values).chain(word);
    if (prefixItems !== undefined) return fc.tuple(...prefixItems.map(valueOf));
    if (items !== undefined) return fc.array(valueOf(items), { maxLength: 2 });
    if (properties !== undefined) return objectOf(node);
    if (type === 'object') {
      const { additionalProperties: part } = node;
      return fc.dictionary(fc.constantFrom('x', 'z'), part ? valueOf(part) : anything, {
        maxKeys: 2,
      });
    }
    return plain(type);
  }

  /** A value without parts. */
  function plain(type: string | undefined): Arbitrary<unknown> {
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    if (type === 'integer' || type === 'number')
      return fc.constantFrom(0, 1, 2, 3, 50, 0.5, 0.9, 4000);
    return fc.constantFrom(
      'x',
      'x z',
      'L1.y',
      'year >= 1980',
      'a.csv',
      'cluster:i',
      'hac:2',
      ',',
      '1',
      ...texts,
    );
  }

  function objectOf({ properties = {}, required = [] }: Node): Arbitrary<object> {
    const optional = Object.keys(properties).filter((key) => !required.includes(key));
    return fc
      .subarray(optional, { maxLength: Math.min(3, optional.length) })
      .chain((keys) =>
        fc.record(
          Object.fromEntries([...required, ...keys].map((key) => [key, valueOf(properties[key]!)])),
        ),
      );
  }
  return { drawnFrom, objectOf };
}
