/** Bootstraps of every specification of a multiverse. */
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, loadEngine, multiverse } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type {
  BootstrapEstimate,
  Choices,
  DpdModelInput,
  MultiverseInput,
  Specification,
} from 'wasmetrics/types';
import { data, model } from '../example.js';
import { csv, panelRows } from '../../../../panel-rows.js';

type BootstrapInput = NonNullable<MultiverseInput['bootstrap']>;

const over = { system: [true, false], steps: [1, 2], h: [1, 3] } as const satisfies Choices;
const engine = await loadEngine();

/** The numbers of a fit of the specification and of its bootstrap, or the failure. */
async function alone(
  base: DpdModelInput,
  { choices }: Specification,
  { ci, ...options }: BootstrapInput,
) {
  const fit = await fitModel(data, { ...base, ...choices } as DpdModelInput, { engine });
  try {
    const result = await bootstrap(fit, { ...options, ci: [ci!], workers: 0 }).result;
    const { stdErrors, monteCarloError, pValues, confInt, failed, warnings } = result;
    return {
      stdError: stdErrors['w'],
      monteCarloError: monteCarloError['w'],
      pValue: pValues['w'],
      confInt: confInt[ci!]!['w'],
      failed,
      warnings,
    };
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message, told: expect.anything() as object };
  }
}

const keysOfModel = { reps: 60, seed: 7, pValue: 'equal-tail' } as const;
const collapsed = [
  { vars: 'n', lags: [2, 3], collapse: true },
  { vars: 'w', lags: [1, 2], collapse: true },
] as const;

describe('the bootstraps of a multiverse', () => {
  test.each<[BootstrapInput, Choices, Partial<DpdModelInput>]>([
    [{ ...keysOfModel, ci: 'percentile' }, { ...over, transform: ['fod'] }, {}],
    [{ ...keysOfModel, ci: 'basic', recenter: false }, over, {}],
    [{ ...keysOfModel, ci: 'normal', recenter: 'brown-newey' }, over, { gmm: collapsed }],
    [{ reps: 60, seed: 1, ci: 'studentized' }, { steps: [1, 2, 'cue'] }, {}],
    [{ reps: 60, ci: 'bca' }, { system: [false, true], steps: [2, 1] }, { level: 0.9 }],
  ])('equal separate fits and bootstraps bit by bit with %j', async (spec, choices, keys) => {
    const base = { ...model, ...keys };
    const options = { over: choices, coefficient: 'w', bootstrap: spec, workers: 0 };
    const { specifications } = await multiverse(data, base, options);
    for (const one of specifications) {
      const expected = await alone(base, one, spec);
      expect(one.estimate!.bootstrap, JSON.stringify(one.choices)).toEqual(expected);
    }
  });

  test('are the same in the calling thread, in one worker and in two', async () => {
    const options = { over, coefficient: 'w', bootstrap: { reps: 40, ci: 'bca' } } as const;
    const texts = await Promise.all(
      [0, 1, 2].map(async (workers) =>
        JSON.stringify(await multiverse(data, model, { ...options, workers })),
      ),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });

  test('leave the estimates as they are', async () => {
    const options = { over, coefficient: 'w', workers: 0 } as const;
    const without = await multiverse(data, model, options);
    const { specifications } = await multiverse(data, model, {
      ...options,
      bootstrap: { reps: 20 },
    });
    const estimates = specifications.map(({ estimate }) => {
      const { bootstrap: bootstrapped, ...rest } = estimate!;
      expect(bootstrapped).toBeDefined();
      return rest;
    });
    expect(estimates).toEqual(without.specifications.map(({ estimate }) => estimate));
  });

  test('decide by their intervals what is significant', async () => {
    const wide: Choices = { ...over, collapse: [true, false], transform: ['fd', 'fod'] };
    const options = { over: wide, coefficient: 'w', workers: 0 } as const;
    const spec = { reps: 99, seed: 3, ci: 'normal' } as const;
    const result = await multiverse(data, model, { ...options, bootstrap: spec });
    const significant = result.specifications.filter(({ estimate }) => {
      const { estimate: value, bootstrap: bootstrapped } = estimate!;
      const [low, high] = (bootstrapped as BootstrapEstimate).confInt!;
      return value * result.sign > 0 && (low > 0 || high < 0);
    });
    expect(result.all.significant).toBe(significant.length);
    const analytic = await multiverse(data, model, options);
    expect(analytic.all.significant).not.toBe(result.all.significant);
  });

  test('that fail leave the estimate and the reason, and the share counts the others', async () => {
    const steps: Choices = { steps: [2, 'iterated'], h: [2, 3], system: [false] };
    const options = { over: steps, coefficient: 'w', bootstrap: { reps: 50 }, workers: 0 };
    const result = await multiverse(data, { ...model, system: false }, options);
    const { specifications, all, bootstrap: summary, distinct } = result;
    const message = expect.stringMatching(/steps iterated cannot be bootstrapped/) as string;
    const failure = { code: 'no-bootstrap', message, told: expect.anything() as object };
    for (const { choices, estimate } of specifications) {
      expect(estimate!.stdError).toBeGreaterThan(0);
      if (choices['steps'] === 'iterated') expect(estimate!.bootstrap).toEqual(failure);
    }
    expect(summary!.failures).toEqual([{ ...failure, count: 2 }]);
    expect([all.count, all.judged, distinct]).toEqual([4, 2, 2]);
    // h has no effect in difference GMM: each estimate occurs twice.
    expect(all.distinct).toMatchObject({ count: 2, judged: 1, share: all.share });
  });

  test('count the replicates that fail, and end where most do', async () => {
    const rows = panelRows().map((row) => ({
      ...row,
      // Not identified in a resample without its unit.
      one: row['id'] === 1 ? row['z']! : 0,
      other: row['id'] === 2 ? row['z']! : 0,
    }));
    const panel = parseCsv(csv(rows));
    const failing = async (formula: string, vars: string) => {
      const input: DpdModelInput = {
        panel: { unit: 'id', time: 'year' },
        estimator: 'dpd',
        formula,
        gmm: [{ vars: 'y', lags: [2, 3] }],
        iv: [{ vars }],
      };
      const options = { over: { steps: [1, 2] }, bootstrap: { reps: 100 }, workers: 0 } as const;
      return multiverse(panel, input, options);
    };
    const some = await failing('y ~ L.y + x + one', 'x one');
    const counts = some.specifications.map(
      ({ estimate }) => (estimate!.bootstrap as BootstrapEstimate).failed,
    );
    expect(Math.min(...counts)).toBeGreaterThan(20);
    const summary = some.bootstrap!;
    expect(summary.failedReplicates).toBe(counts[0]! + counts[1]!);
    expect(summary.withFailed).toBe(2);
    expect(summary.warnings).toMatchObject([{ code: 'failed-replicates', count: 2 }]);
    const most = await failing('y ~ L.y + x + one + other', 'x one other');
    expect(most.all).toMatchObject({ count: 2, judged: 0, share: null });
    expect(most.all.reason).toBe('no bootstrap intervals');
    for (const { estimate } of most.specifications) {
      expect(estimate!.bootstrap).toMatchObject({ code: 'too-many-failed-draws' });
    }
  });

  test('stop at the signal with the specifications that are done', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = ({ done }: { done: number }) => void (done >= 3 && controller.abort());
    // A chunk has at most eight times the specifications of the one before, so the first two do not hold all.
    const wider = { ...over, transform: ['fd', 'fod'], collapse: [true, false] } as const;
    const options = { over: wider, bootstrap: { reps: 20 }, workers: 0, signal, onProgress };
    const result = await multiverse(data, model, options);
    expect(result.partial).toBe(true);
    expect(result.specifications.length).toBeLessThan(32);
    expect(result.specifications.every(({ estimate }) => estimate!.bootstrap)).toBe(true);
  });

  test('use the keys of the multiverse, not of the model, and respect the cap', async () => {
    const keyed = {
      ...model,
      bootstrap: { reps: 10 },
      multiverse: { over: { steps: [2] }, cap: 1 },
    } as const;
    const { bootstrap: none } = await multiverse(data, keyed, { workers: 0 });
    expect(none).toBeUndefined();
    const asking = { ...keyed, multiverse: { ...keyed.multiverse, bootstrap: { reps: 501 } } };
    await expect(multiverse(data, asking, { workers: 0 })).rejects.toMatchObject({
      code: 'too-many-specifications',
      detail: { cap: 1, found: 1, reps: 501 },
    });
    const { bootstrap: done } = await multiverse(data, asking, { cap: 2, workers: 0 });
    expect(done).toMatchObject({ reps: 501, seed: 1, ci: 'percentile', recenter: true });
  });

  test('name what is wrong with their keys', async () => {
    const run = (spec: object) =>
      multiverse(data, model, { over, workers: 0, bootstrap: spec as BootstrapInput });
    await expect(run({ reps: 0 })).rejects.toThrow(/multiverse.bootstrap.reps: expected a whole/);
    await expect(run({})).rejects.toThrow(/multiverse.bootstrap.reps: expected/);
    await expect(run({ reps: 9, ci: 'inverted' })).rejects.toThrow(/bootstrap.ci: expected perc/);
    await expect(run({ reps: 9, ci: ['bca'] })).rejects.toThrow(/bootstrap.ci: expected perc/);
    await expect(run({ reps: 9, jackknife: true })).rejects.toThrow(/unknown key .*jackknife/);
  });
});
