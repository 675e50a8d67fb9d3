/** A model that was read loads no estimator: the first function that needs one loads it. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { omit } from '../../../bindings/core/values/omit.js';
import type { StudyInput } from '../../../bindings/entries/study.js';
import type * as root from '../../../bindings/index.js';
import type { Model, ModelInput, Table } from '../../../bindings/index.js';
import { estimatorNames, traitsOf } from '../../../bindings/models/registry.js';

const path = 'examples/abdata.csv';
const columns: Readonly<Record<string, string>> = {
  y: 'n',
  x: 'w',
  w: 'k',
  z: 'ys',
  i: 'id',
  t: 'year',
};

type Library = typeof root;
type Run = (library: Library, model: Model, table: Table) => Promise<unknown>;

const runs: Readonly<Record<string, Run>> = {
  fitModel: ({ fitModel }, model, table) => fitModel(table, model),
  fitFile: ({ fitFile }, model) => fitFile(path, model),
  'fitFile, streamed': ({ fitFile }, model) => fitFile(path, model, { stream: true }),
  multiverse: ({ multiverse }, model, table) => {
    const over = { vcov: [{ type: 'HC0' }, { type: 'HC1' }] } as const;
    const varied = { ...model, multiverse: { coefficient: 'w', over } };
    return multiverse(table, varied as ModelInput, { workers: 0 });
  },
  compareGroups: ({ compareGroups }, model, table) =>
    compareGroups(table, model, { by: 'half', of: 'w', methods: ['wald'], workers: 0 }),
  'compareGroups, continuous': ({ compareGroups }, model, table) =>
    compareGroups(table, model, { by: 'ind', of: 'w', continuous: true, reps: 19, workers: 0 }),
  runStudy: async (_, model, table) => {
    const { runStudy } = await import('../../../bindings/entries/study.js');
    const keys = omit(model, 'panel');
    const study = { panel: model.panel, tables: { T1: { models: [keys] } } };
    return runStudy(study as unknown as StudyInput, table, { workers: 0 });
  },
};

beforeEach(() => vi.resetModules());
afterAll(() => vi.resetModules());

const cases = Object.keys(runs).flatMap((name) =>
  estimatorNames().map((estimator) => [name, estimator] as const),
);

test.each(cases)('%s is the first to need %s', async (name, estimator) => {
  const library = await import('../../../bindings/index.js');
  const { parseCsv } = await import('../../../bindings/entries/data.js');
  const shortest = JSON.stringify(traitsOf(estimator)!.shortest);
  const written = shortest.replace(/\b[yxwzit]\b/g, (column) => columns[column]!);
  const model = library.parseModel(JSON.parse(written));
  const data = parseCsv(readFileSync(path, 'utf8'));
  const half = (data.columns.get('id')!.values as Float64Array).map((unit) => unit % 2);
  const table: Table = {
    ...data,
    columns: new Map([...data.columns, ['half', { kind: 'number', values: half }]]),
  };
  const outcome = await runs[name]!(library, model, table).catch((error: unknown) => error);
  // It has a result, or refuses the model with a typed error.
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(library.EconError);
  else expect(outcome).toHaveProperty('kind');
});
