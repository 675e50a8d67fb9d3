/** Functions whose files are loaded when they are first called. */
import { expect, test } from 'vitest';
import { calledOf, onFirstUse } from '../../../bindings/core/values/on-use.js';

const given = (...args: readonly unknown[]) => Promise.resolve(args);

test('what options and lists say at the call counts, whatever the caller does while the file is loaded', async () => {
  const file = onFirstUse(() => Promise.resolve({ given }));
  const [options, list] = [{ reps: 99 }, ['x']];
  const called = calledOf(file, 'given', [options, list]);
  options.reps = 999;
  list.push('z');
  expect(await called).toEqual([{ reps: 99 }, ['x']]);
});

test('results, frozen models and objects of classes are passed as they are', async () => {
  const file = onFirstUse(() => Promise.resolve({ given }));
  const args = [{ kind: 'fit' }, Object.freeze({ formula: 'y ~ x' }), new Map()];
  const passed = (await calledOf(file, 'given', args)) as unknown[];
  expect(passed.map((one, i) => one === args[i])).toEqual([true, true, true]);
});

test('a file that could not be loaded is loaded at the next call', async () => {
  let tries = 0;
  const file = onFirstUse(() =>
    ++tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ given }),
  );
  await expect(calledOf(file, 'given', [])).rejects.toThrow('offline');
  expect(await calledOf(file, 'given', [1])).toEqual([1]);
});
