import { describe, expect, test } from 'vitest';
import {
  countSpecifications,
  fitModel,
  loadEngine,
  multiverse,
  type MultiverseResult,
} from 'wasmetrics';
import type { Choices, DpdModelInput, Specification } from 'wasmetrics/types';
import { data, model, numbersOf } from '../example.js';

const over = {
  lastLag: [[2, 3, 4, null], [3]],
  collapse: [false, true],
  transform: ['fd', 'fod'],
  system: [true, false],
  steps: [1, 2],
  h: [1, 3],
} satisfies Choices;

function find(result: MultiverseResult, wanted: Specification['choices']): Specification {
  const all = result.specifications.filter(({ choices }) =>
    Object.entries(wanted).every(([name, value]) => choices[name] === value),
  );
  expect(all).toHaveLength(1);
  return all[0]!;
}

describe('multiverse', () => {
  test('is the same in the calling thread, in one worker and in two', async () => {
    const texts = await Promise.all(
      [0, 1, 2].map(async (workers) =>
        JSON.stringify(await multiverse(data, model, { over, coefficient: 'w', workers })),
      ),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });

  test('gives the numbers of models estimated one by one', async () => {
    const result = await multiverse(data, model, { over, coefficient: 'w', workers: 0 });
    expect(result.specifications).toHaveLength(128);
    const engine = await loadEngine();
    for (const { choices, estimate } of result.specifications) {
      const last = choices['lastLag gmm[0]'];
      const collapse = choices['collapse'] as boolean;
      const one = {
        ...model,
        gmm: [
          { vars: 'n', lags: [2, last === 'deepest' ? null : (last as number)], collapse },
          { vars: 'w', lags: [1, 3], collapse },
        ],
        transform: choices['transform'],
        system: choices['system'],
        steps: choices['steps'],
        h: choices['h'],
      } as DpdModelInput;
      expect(estimate).toEqual(numbersOf(await fitModel(data, one, { engine }), 'w'));
    }
  });

  test('marks the original model among the combinations, or puts it before them', async () => {
    const inside = await multiverse(data, model, { over, workers: 0 });
    const originals = inside.specifications.filter((one) => one.own);
    expect(originals.map(({ choices }) => choices)).toEqual([
      {
        'lastLag gmm[0]': 4,
        'lastLag gmm[1]': 3,
        collapse: false,
        transform: 'fd',
        system: true,
        steps: 2,
        h: 3,
      },
    ]);
    const outside = await multiverse(data, model, { over: { steps: [1] }, workers: 0 });
    expect(outside.combinations).toBe(1);
    expect(outside.specifications.map(({ own: is }) => is)).toEqual([true, false]);
    const fit = await fitModel(data, model);
    expect(outside.specifications[0]!.estimate).toEqual(numbersOf(fit, 'L1.n'));
  });

  test('gives a variable the windows of its role', async () => {
    const roles = { w: ['endogenous', 'exogenous'], k: ['predetermined', 'exogenous'] } as const;
    const result = await multiverse(data, model, { over: { roles }, coefficient: 'k', workers: 0 });
    const n = { vars: 'n', lags: [2, 4] } as const;
    const [w, k] = [
      { vars: 'w', lags: [2, 3] },
      { vars: 'k', lags: [1, null] },
    ] as const;
    const written = [
      ['endogenous', 'predetermined', { gmm: [n, w, k], iv: [] }],
      ['endogenous', 'exogenous', { gmm: [n, w], iv: [{ vars: 'k' }] }],
      ['exogenous', 'predetermined', { gmm: [n, k], iv: [{ vars: 'w' }] }],
      ['exogenous', 'exogenous', { gmm: [n], iv: [{ vars: 'k' }, { vars: 'w' }] }],
    ] as const;
    for (const [roleW, roleK, groups] of written) {
      const fit = await fitModel(data, { ...model, ...groups });
      const one = find(result, { 'role w': roleW, 'role k': roleK });
      expect(one.estimate!.estimate).toBeCloseTo(fit.params['k']!, 10);
      expect(one.estimate!.instruments).toBe(fit.rankInstruments);
    }
    const same = { over: { roles: { w: ['predetermined'] } }, workers: 0 } as const;
    const [original] = (await multiverse(data, model, same)).specifications;
    expect(original).toMatchObject({ own: true, choices: { 'role w': 'predetermined' } });
  });

  test('drops instruments of the level equation from difference GMM', async () => {
    const gmm = [...model.gmm!, { vars: 'k', lags: [1, 1], equation: 'level' } as const];
    const levels: DpdModelInput = { ...model, gmm, arLevels: true };
    const result = await multiverse(data, levels, { over: { system: [true, false] }, workers: 0 });
    const difference = await fitModel(data, { ...model, system: false });
    expect(find(result, { system: false }).estimate).toEqual(numbersOf(difference, 'L1.n'));
  });

  test('gives the reason if a combination has no estimate, and counts the reasons', async () => {
    const wrong = { lastLag: [0, 4], system: [true, false] };
    const result = await multiverse(data, model, { over: wrong, coefficient: '_cons', workers: 0 });
    const { failure, estimate } = find(result, { lastLag: 0, system: true });
    expect([estimate, failure!.code]).toEqual([null, 'bad-value']);
    expect(failure!.message).toMatch(/^model: gmm\[0\].lags: expected a pair .*, found \[2,0\]$/);
    expect(find(result, { lastLag: 4, system: false }).failure!.code).toBe('no-coefficient');
    expect(result.failures.map(({ code, count }) => [code, count])).toEqual([
      ['bad-value', 2],
      ['no-coefficient', 1],
    ]);
    expect(result.all.count).toBe(2);
  });

  test('judges by the rule, and says when nothing is admissible', async () => {
    const rules = { ar2: 0.2, hansen: [0.1, 0.8], instrumentsPerUnit: 0.2 } as const;
    const result = await multiverse(data, model, { over, admissible: rules, workers: 0 });
    for (const { estimate, refusals, admissible } of result.specifications) {
      const { ar2, hansen, instrumentsPerUnit } = estimate!;
      const refused = [
        ...(ar2! > 0.2 ? [] : ['ar2']),
        ...(hansen! > 0.1 && hansen! < 0.8 ? [] : ['hansen']),
        ...(instrumentsPerUnit! <= 0.2 ? [] : ['instruments']),
      ];
      expect(refusals).toEqual(refused);
      expect(admissible).toBe(refused.length === 0);
    }
    const good = result.specifications.filter(({ admissible }) => admissible);
    const agreeing = good.filter(({ estimate: one }) => one!.estimate > 0 && one!.pValue < 0.05);
    expect(good.length).toBeGreaterThan(0);
    expect(result.admissible.share).toBe(agreeing.length / good.length);
    const none = { over, admissible: { hansen: [1, 1] }, workers: 0 } as const;
    const empty = { judged: 0, significant: 0, share: null };
    expect((await multiverse(data, model, none)).admissible).toEqual({
      count: 0,
      sameSign: 0,
      ...empty,
      distinct: { count: 0, ...empty },
      reason: 'none admissible',
      min: null,
      median: null,
      max: null,
    });
  });

  test('counts identical estimates once among the distinct', async () => {
    const same: Choices = { h: [1, 2, 3], steps: [1, 2] };
    const options = { over: same, coefficient: 'L2.n', workers: 0 } as const;
    const { all, distinct, sign, specifications } = await multiverse(
      data,
      { ...model, system: false },
      options,
    );
    const different = specifications.filter(({ choices: { h } }) => h !== 2);
    const significant = different.filter(
      ({ estimate: one }) => one!.estimate * sign > 0 && one!.pValue < 0.05,
    );
    expect([all.count, distinct, all.distinct.count]).toEqual([6, 4, 4]);
    expect(all.distinct.significant).toBe(significant.length);
    expect(all.distinct.share).toBe(significant.length / 4);
  });

  test('stops at the signal with what is done, and reports how far it is', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const seen: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      expect(total).toBe(128);
      seen.push(done);
      if (done >= 8) controller.abort();
    };
    const result = await multiverse(data, model, { over, workers: 0, signal, onProgress });
    expect(result.partial).toBe(true);
    expect(result.specifications).toHaveLength(seen.at(-1)!);
    await expect(multiverse(data, model, { over, workers: 0, signal })).rejects.toBe(signal.reason);
  });

  test('takes the keys of the model, and refuses more than the cap', async () => {
    const keyed = { ...model, multiverse: { over, coefficient: 'w', cap: 100 } };
    expect(countSpecifications(keyed)).toBe(128);
    await expect(multiverse(data, keyed)).rejects.toMatchObject({
      code: 'too-many-specifications',
      detail: { cap: 100, found: 128 },
    });
    const result = await multiverse(data, keyed, { cap: Infinity, workers: 0 });
    expect([result.coefficient, result.combinations]).toEqual(['w', 128]);
    expect(countSpecifications(model)).toBe(64);
  });

  test('names what is wrong with the choices', async () => {
    const run = (options: object, input: object = model) =>
      multiverse(data, input as DpdModelInput, { workers: 0, ...options });
    const code = (expected: string) => ({ code: expected });
    await expect(run({ over: { lags: [1] } })).rejects.toMatchObject(code('unknown-key'));
    await expect(run({ over: { steps: [] } })).rejects.toMatchObject(code('bad-value'));
    await expect(run({ over: { steps: [1, 1] } })).rejects.toMatchObject(code('bad-value'));
    await expect(run({ over: { lastLag: [[2]] } })).rejects.toThrow(
      /one per group under gmm \(2\)/,
    );
    await expect(run({ over: { roles: { z: 'exogenous' } } })).rejects.toMatchObject(
      code('unknown-variable'),
    );
    await expect(run({ coefficient: 'z' })).rejects.toMatchObject(code('unknown-coefficient'));
    await expect(run({ workers: -1 })).rejects.toMatchObject(code('bad-value'));
  });
});
