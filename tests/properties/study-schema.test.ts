/** Whatever the reader of studies accepts, the JSON Schema accepts: tables, figures, models and defaults in any form. */
import fc from 'fast-check';
import { parseModel } from 'wasmetrics';
import { expect, test } from 'vitest';
import { readStudy } from '../../bindings/paper/study/file/read.js';
import { type Node, schemaOf } from './drawn-schema.js';

const texts = ['T0.1', 'T0', '$s', 'T0.1: x > 0'];
const { schema, isValid, drawnFrom, objectOf } = schemaOf('study', texts);
const { tables, figures, defaults, ...others } = schema.properties!;

const ofEach = ({ additionalProperties }: Node) => drawnFrom(additionalProperties as Node);

/** A model of each estimator without keys of its own, so that each default is checked. */
const panel = { unit: 'i', time: 't' };
const plain = [
  { estimator: 'ols', formula: 'y ~ x' },
  { estimator: 'panel', formula: 'y ~ x', panel },
  { estimator: 'iv', formula: 'y ~ x | w ~ z' },
  { estimator: 'gmm', formula: 'y ~ x | w ~ z' },
  { estimator: 'dpd', formula: 'y ~ L.y + x', panel, gmm: [] },
];

const resolved = (node: Node): Node =>
  node.$ref === undefined ? node : schema.$defs[node.$ref.replace('#/$defs/', '')]!;

/** Keys of a model of an estimator in a table. */
function keysOf(estimator: string) {
  const all = Object.values(schema.$defs);
  const isIts = ({ properties: { part, estimator: name } = {} }: Node) =>
    part !== undefined && JSON.stringify(resolved(name ?? {})).includes(`"${estimator}"`);
  return objectOf(all.find(isIts)!);
}

const models = fc
  .constantFrom(...plain)
  .chain((model) => keysOf(model.estimator).map((keys) => ({ models: [{ ...keys, ...model }] })));

/** One part at a time, as a study with several of them is rarely right. */
const study = fc
  .oneof(
    objectOf({ properties: others }),
    ofEach(tables!).map((T1) => ({ tables: { T1 } })),
    models.map((T1) => ({ tables: { T1 } })),
    ofEach(figures!).map((F1) => ({ figures: { F1 } })),
    drawnFrom(defaults!).map((usual) => ({ defaults: usual })),
  )
  .map((part) => part as Drawn)
  .map(({ tables: drawn, ...part }) => ({
    ...part,
    sets: { s: ['x', 'z'] },
    tables: { T0: { models: plain }, ...drawn },
  }));

interface Drawn {
  readonly tables?: { readonly T1?: Multiverse };
  readonly defaults?: object;
  readonly figures?: { readonly F1?: Multiverse };
}

interface Multiverse {
  readonly over?: unknown;
  readonly bootstrap?: unknown;
}

/** The study without defaults that each plain model writes itself, so that nothing checks them. */
function withoutUnchecked(value: Drawn): Drawn {
  for (const key of ['estimator', 'formula']) Reflect.deleteProperty(value.defaults ?? {}, key);
  return value;
}

/** Choices and the bootstrap of a multiverse are checked when it runs, by the estimator of its model. */
function checkChoices({ over, bootstrap }: Multiverse): void {
  const multiverse = over !== undefined && { multiverse: { over } };
  const replicates = bootstrap !== undefined && { bootstrap };
  if (multiverse || replicates) parseModel({ ...plain[0], ...multiverse, ...replicates } as never);
}

test('the schema accepts 10,000 drawn studies if the reader does', () => {
  let naccepted = 0;
  fc.assert(
    fc.property(study, (drawn) => {
      const value = withoutUnchecked(JSON.parse(JSON.stringify(drawn)) as Drawn);
      try {
        readStudy(value as never);
        checkChoices(value.tables?.T1 ?? value.figures?.F1 ?? {});
      } catch {
        return true;
      }
      naccepted += 1;
      if (isValid(value)) return true;
      throw new Error(`${JSON.stringify(value)}: ${JSON.stringify(isValid.errors?.slice(-3))}`);
    }),
    { numRuns: 10_000, seed: 1 },
  );
  expect(naccepted).toBeGreaterThan(1000);
});
