/** What a program says once about where its computations run. */
import { afterEach, describe, expect, test } from 'vitest';
import { compileCore, configure, fit, influence, InputError } from '../../../../bindings/index.js';
import { optionalPackage } from '../../../../bindings/data/optional-package.js';
import {
  limitThreads,
  limitWorkers,
  threadLimit,
  usualWorkers,
} from '../../../../bindings/core/jobs/processors.js';

afterEach(() => {
  limitThreads(undefined);
  limitWorkers(undefined);
});

describe('configure', () => {
  test('sets how many threads runs have, and leaves what it is not given', async () => {
    await configure({ workers: 3 });
    await configure({ maxThreads: 5 });
    expect([usualWorkers(), threadLimit()]).toEqual([3, 5]);
  });

  test('takes a module as init does', async () => {
    await configure({ module: await compileCore() });
    const y = [1, 3, 2, 5];
    expect((await fit({ y }, { estimator: 'ols', formula: 'y ~ 1' })).nobs).toBe(4);
  });

  test('says how an optional package is loaded', async () => {
    const arrow = { tableFromIPC: () => new Error('the package of the program') };
    await configure({ packages: { 'apache-arrow': () => Promise.resolve(arrow) } });
    const load = () => import('apache-arrow');
    expect(await optionalPackage('apache-arrow', 'a test', load)).toBe(arrow);
    await configure({ packages: { 'apache-arrow': load } });
  });

  test('gives no thread to runs where the process has none', async () => {
    await configure({ maxThreads: 0 });
    const y = Array.from({ length: 40 }, (_, i) => (i * 7) % 11);
    const result = await influence(await fit({ y }, { estimator: 'ols', formula: 'y ~ 1' }));
    expect(result.kind).toBe('influence');
  });

  test.each([
    [{ maxThreads: -1 }, 'configure: maxThreads: expected a whole number'],
    [{ workers: 1.5 }, 'configure: workers: expected a whole number'],
    [
      { threads: 2 },
      'configure: options: expected keys among module, url, workers, maxThreads, packages, found threads',
    ],
    [null, 'configure: options: expected keys and values'],
    [{ module: 1 }, 'init'],
  ])('refuses %j', async (settings, message) => {
    const refused = configure(settings as never);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(message);
  });
});
