/** Results that a run keeps are those of a fresh run, and nothing that changed is taken from them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTable } from 'wasmetrics/data';
import { keptResults, runStudy, type StudyInput } from 'wasmetrics/study';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));

const indicators = { ind1: '+', ind2: '+', ind3: '+' } as const;
const study: StudyInput = {
  panel: { unit: 'province', time: 'year' },
  build: { Score: { index: 'entropy', columns: indicators } },
  defaults: { bootstrap: { scheme: 'cluster', reps: 99, seed: 3 } },
  tables: {
    T1: { models: [{ estimator: 'ols', formula: 'Level ~ Gov' }], below: ['bootstrapError'] },
    T2: { models: [{ estimator: 'ols', formula: 'Score ~ Gov + IL' }] },
  },
  claims: { H1: 'T1.1: Gov > 0' },
};

/** Edits, each with the tables whose numbers it may change. */
const edits: readonly [string, StudyInput, readonly string[]][] = [
  [
    'digits',
    {
      ...study,
      tables: {
        ...study.tables,
        T1: { ...study.tables!['T1']!, digits: 5 },
      } as StudyInput['tables'],
    },
    [],
  ],
  [
    'a direction of the index',
    { ...study, build: { Score: { index: 'entropy', columns: { ...indicators, ind3: '-' } } } },
    ['T2'],
  ],
  [
    'the seed',
    { ...study, defaults: { bootstrap: { scheme: 'cluster', reps: 99, seed: 4 } } },
    ['T1', 'T2'],
  ],
  [
    'errors',
    { ...study, defaults: { ...study.defaults, vcov: 'HC3' } as StudyInput['defaults'] },
    ['T1', 'T2'],
  ],
];

/** Without what a clock or a path put there. */
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('kept results of a study', () => {
  test.each(edits)('after a change of %s are those of a fresh run', async (_, edited, changed) => {
    const kept = keptResults();
    const before = await runStudy(study, await data, { kept, workers: 0 });
    const size = kept.results.size;
    const after = await runStudy(edited, await data, { kept, workers: 0 });
    const fresh = await runStudy(edited, await data, { workers: 0 });
    expect(json(after)).toEqual(json(fresh));
    expect(kept.results.size > size).toBe(changed.length > 0);
    for (const id of ['T1.1', 'T2.1']) {
      const isChanged = changed.includes(id.slice(0, 2));
      expect(after.models[id] === before.models[id], id).toBe(!isChanged);
    }
  });

  test('are not those of other data', async () => {
    const kept = keptResults();
    const table = await data;
    await runStudy(study, table, { kept, workers: 0 });
    const level = table.columns.get('Level')!;
    const values = (level.values as Float64Array).map((value, i) =>
      i === 0 ? value + 0.01 : value,
    );
    const columns = new Map(table.columns).set('Level', { kind: 'number', values });
    const other = { nrows: table.nrows, columns };
    const after = await runStudy(study, other, { kept, workers: 0 });
    expect(json(after.models)).toEqual(json((await runStudy(study, other, { workers: 0 })).models));
  });
});
