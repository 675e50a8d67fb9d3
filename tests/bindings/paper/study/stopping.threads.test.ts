/** A study that is stopped keeps what is done, and a later run continues it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from 'wasmetrics/data';
import { runStudy, type StudyInput, type StudyStorage } from 'wasmetrics/study';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));

const dynamic = {
  estimator: 'dpd',
  formula: 'Level ~ L.Level + Gov',
  gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
} as const;
const study: StudyInput = {
  panel: { unit: 'province', time: 'year' },
  defaults: { bootstrap: { reps: 4000, seed: 3 } },
  tables: {
    T1: { models: [{ estimator: 'ols', formula: 'Level ~ Gov' }] },
    T2: { models: [dynamic, { ...dynamic, steps: 1 }] },
    T3: {
      model: { estimator: 'ols', formula: 'Level ~ Gov' },
      split: { by: 'GovSupport', at: 'mean' },
      compare: { of: 'Gov', by: ['wald', 'permutation'] },
    },
  },
  claims: { H1: 'T1.1: Gov > 0', H2: 'T2: Gov > 0', H3: 'T3: Gov differs between low and high' },
};

function memory(): StudyStorage & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    read: (key) => Promise.resolve(files.get(key)),
    write: (key, bytes) => Promise.resolve(void files.set(key, bytes)),
  };
}

/** A run that stops once `id` has replicates. */
async function stoppedAt(id: string, storage: StudyStorage) {
  const controller = new AbortController();
  return runStudy(study, await data, {
    storage,
    signal: controller.signal,
    workers: 0,
    onProgress: (progress) => {
      if (progress.id === id) controller.abort();
    },
  });
}

const json = (value: unknown) => JSON.stringify(value);

describe('a study that is stopped', () => {
  it('has the tables that were complete, and names the others', async () => {
    const result = await stoppedAt('T2.1', memory());
    expect(Object.keys(result.tables)).toEqual(['T1']);
    expect(result.failed.map(({ id, error }) => [id, error.code])).toEqual([
      ['T2', 'interrupted'],
      ['T3', 'interrupted'],
    ]);
    const [first, second, third] = result.claims;
    expect(first!.verdict).toBe('supported');
    expect(second).toMatchObject({ verdict: 'not testable' });
    expect(third!.reason).toBe('T3 was stopped before it was complete.');
  });

  it.each(['T2.1', 'T2.2', 'T3'])('continues from %s with the same result', async (id) => {
    const storage = memory();
    await stoppedAt(id, storage);
    const first: number[] = [];
    const resumed = await runStudy(study, await data, {
      storage,
      resume: true,
      onProgress: ({ done }) => first.push(done),
    });
    expect(first[0]).toBeGreaterThanOrEqual(4000); // those of T1 come from the storage
    expect(json(resumed)).toBe(json(await runStudy(study, await data)));
  });
});

describe('required claims', () => {
  it.each([
    [['H9'], 'study: required: unknown claim "H9" (did you mean "H1"?)', 'unknown-claim'],
    [
      ['H1', 'H2'],
      'study: required: H2 rests on T2, which only does not name; run it too, or do not require H2',
      'claim-not-run',
    ],
  ])('refuses %j before anything runs', async (required, message, code) => {
    const run = runStudy(study, await data, { required, only: ['T1'] });
    await expect(run).rejects.toMatchObject({ code, message });
  });
});
