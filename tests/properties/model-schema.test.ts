/** Whatever the reader of models accepts, the JSON Schema accepts: in any form and spelling, of any estimator. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc, { type Arbitrary } from 'fast-check';
import { parseModel } from 'wasmetrics';
import { expect, test } from 'vitest';

interface Node {
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
}

const schema = JSON.parse(
  readFileSync(new URL('../../schema/model.json', import.meta.url), 'utf8'),
) as Node & { readonly $defs: Readonly<Record<string, Node>> };
const isModel = new Ajv2020({ strict: false }).compile(schema);
const estimators = ['Dpd', 'Gmm', 'Iv', 'Ols', 'Panel'];

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

function valueOf(node: Node): Arbitrary<unknown> {
  const drawn = drawnFrom(node);
  return fc.oneof({ weight: 12, arbitrary: drawn }, { weight: 1, arbitrary: anything });
}

/** What the node describes, and values next to it: the check of the test is one-sided. */
function drawnFrom(node: Node): Arbitrary<unknown> {
  const { $ref, anyOf, enum: values, type, items, prefixItems, properties } = node;
  if ($ref !== undefined) return drawnFrom(schema.$defs[$ref.replace('#/$defs/', '')]!);
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
  );
}

function word(value: unknown): Arbitrary<unknown> {
  return typeof value === 'string' ? respelled(value) : fc.constantFrom(value, String(value));
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

const model = fc
  .constantFrom(...estimators)
  .chain((name) =>
    fc.tuple(
      fc.constantFrom(name.toLowerCase(), name, name.toUpperCase()),
      fc.constantFrom('y ~ x', 'y ~ L.y + x | w ~ z', 'reg y x, vce(cluster i)', 'y ~ x | i'),
      fc.constantFrom({ unit: 'i', time: 't' }, undefined),
      objectOf({ ...schema.$defs[`${name}ModelInput`]!, required: [] }),
    ),
  );

test('the schema accepts 10,000 drawn models if the reader does', () => {
  let naccepted = 0;
  fc.assert(
    fc.property(model, ([estimator, formula, panel, drawn]) => {
      const base = { estimator, formula, ...(panel && { panel }) };
      const keys = { ...base, ...drawn, estimator, formula };
      const written = /dpd/i.test(estimator) ? { gmm: [], ...keys } : keys;
      const value: unknown = JSON.parse(JSON.stringify(written));
      try {
        parseModel(value);
      } catch {
        return true;
      }
      naccepted += 1;
      if (isModel(value)) return true;
      throw new Error(`${JSON.stringify(value)}: ${JSON.stringify(isModel.errors?.slice(-3))}`);
    }),
    { numRuns: 10_000, seed: 1 },
  );
  expect(naccepted).toBeGreaterThan(1000);
});
