/** Workers share the estimation, the bootstraps and the comparisons of a study, and change no bit of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from 'wasmetrics/data';
import { runStudy, type StudyInput, type StudyProgress } from 'wasmetrics/study';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));

const controls = ['IL', 'Open', 'PGpc', 'UR', 'SFE'];
const regressions = Array.from({ length: 12 }, (_, i) => ({
  estimator: i % 2 === 0 ? 'ols' : 'panel',
  formula: ['Level ~ Gov', ...controls.filter((__, j) => (i >> j) % 2 === 1)].join(' + '),
}));
const dynamic = {
  estimator: 'dpd',
  formula: 'Level ~ L.Level + Gov',
  gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
};
const study = {
  panel: { unit: 'province', time: 'year' },
  defaults: { bootstrap: { reps: 99, seed: 3 } },
  tables: {
    T1: { models: regressions },
    T2: {
      models: [
        { estimator: 'iv', formula: 'Level ~ IL | Gov ~ LlnGDPpc' },
        { estimator: 'iv', formula: 'Level ~ IL | Gov ~ LlnGDPpc', part: ['first', 'second'] },
        ...['IL', 'Open'].map((x) => ({
          estimator: 'gmm',
          formula: `Level ~ ${x} | Gov ~ LlnGDPpc`,
        })),
        { ...dynamic, steps: 1 },
        { ...dynamic, steps: 2, formula: 'Level ~ L.Level + Gov + L.Gvo' },
      ],
    },
    T3: {
      model: { estimator: 'ols', formula: 'Level ~ Gov' },
      split: { by: 'Region' },
      compare: { of: 'Gov', by: ['permutation', 'bootstrap', 'wild'], reps: 1100 },
    },
    T4: {
      model: { ...dynamic, steps: 1, bootstrap: null },
      split: { by: 'Region', levels: ['east', 'west'] },
      compare: { of: 'Gov', by: ['permutation', 'bootstrap'], reps: 1100 },
    },
  },
  figures: {
    F1: { margins: 'Gov', over: 'IL', of: 'T1.3' },
    F2: { coefficients: 'Gov', of: ['T1', 'T4'] },
  },
  claims: { H1: 'T1.2, T1.4 and T2.1: Gov > 0' },
} as unknown as StudyInput;

async function run(workers: number) {
  const progress: StudyProgress[] = [];
  const onProgress = (one: StudyProgress) => progress.push(one);
  return { result: await runStudy(study, await data, { workers, onProgress }), progress };
}

describe('workers of a study', () => {
  it('give the bits of the calling thread, and errors in the same places', async () => {
    const [alone, shared] = [await run(0), await run(3)];
    expect(JSON.stringify(shared.result)).toBe(JSON.stringify(alone.result));
    const [failed] = shared.result.failed;
    expect(failed).toMatchObject({ id: 'T2', error: { path: 'tables.T2.models[5]' } });
  });

  it.each([0, 2])('report one count that only grows with %i workers', async (workers) => {
    const { progress } = await run(workers);
    const counts = progress.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(progress.map(({ total }) => total)).size).toBe(1);
    expect(counts.at(-1)).toBeLessThanOrEqual(progress[0]!.total);
  });
});

it('warns where no worker starts for models of a large table', async () => {
  // Enough that the worker has failed to start long before this thread has estimated all of them.
  const column = (step: number) => Array.from({ length: 200_000 }, (_, i) => (i * step) % 101);
  const columns = Object.fromEntries([3, 7, 11, 13, 17].map((step) => [`x${step}`, column(step)]));
  const models = Array.from({ length: 16 }, (_, i) => ({
    estimator: 'ols',
    formula: `x3 ~ x7 + x11^2 + I(x13^${i + 2})`,
  }));
  const many = { tables: { T1: { models } } } as unknown as StudyInput;
  const workerUrl = './no-such-worker.js';
  const { warnings } = await runStudy(many, columns, { workers: 1, workerUrl });
  expect(warnings.map(({ code }) => code)).toEqual(['no-workers']);
  expect(warnings[0]!.message).toContain(workerUrl);
});
