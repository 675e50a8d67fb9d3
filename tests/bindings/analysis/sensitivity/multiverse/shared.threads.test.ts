import { describe, expect, test } from 'vitest';
import { fitModel, loadEngine, multiverse } from 'wasmetrics';
import type { Choices, DpdModelInput, Specification } from 'wasmetrics/types';
import { data, model, numbersOf } from '../example.js';

const engine = await loadEngine();

/** The specifications with the same `h` share their moment blocks; between two of them lies one with the other. */
const over = { steps: [1, 2, 'iterated', 'cue'], h: [1, 3] } as const satisfies Choices;

/** The estimate of a specification, or its failure, from a separate fit. */
async function alone(base: DpdModelInput, { choices }: Specification): Promise<object> {
  const one = { ...base, ...choices } as DpdModelInput;
  try {
    return numbersOf(await fitModel(data, one, { engine }), 'w');
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message, told: expect.anything() as object };
  }
}

const collapsed = [
  { vars: 'n', lags: [2, 4], collapse: true },
  { vars: 'w', lags: [1, 3], collapse: true },
] as const;

const models: Record<string, DpdModelInput> = {
  'the default covariances': model,
  'the robust covariance': { ...model, vcov: { type: 'robust', small: true } },
  'the unadjusted covariance': { ...model, vcov: { type: 'unadjusted', small: true } },
  'the doubly corrected covariance': { ...model, vcov: { type: 'doubly-corrected' } },
  'clusters in two dimensions': {
    ...model,
    gmm: collapsed,
    vcov: { type: 'robust', cluster: ['id', 'year'] },
  },
  'nonlinear moment conditions': { ...model, gmm: collapsed, nonlinear: true },
  'more instruments than units': { ...model, gmm: [{ vars: ['n', 'w', 'k'], lags: [1, null] }] },
  'a collinear time effect': {
    ...model,
    formula: 'n ~ L.n + w + k + year',
    iv: [{ vars: ['k', 'year'] }],
    timeEffects: true,
  },
};

describe('specifications that share their moment blocks', () => {
  test.each(Object.entries(models))('equal separate fits bit by bit with %s', async (_, base) => {
    const { specifications } = await multiverse(data, base, { over, coefficient: 'w', workers: 0 });
    expect(specifications).toHaveLength(8);
    for (const one of specifications) {
      expect(one.estimate ?? one.failure, JSON.stringify(one.choices)).toEqual(
        await alone(base, one),
      );
    }
    expect(specifications.some(({ estimate }) => estimate !== null)).toBe(true);
  });

  test('are listed in the order of the choices', async () => {
    const { specifications } = await multiverse(data, model, { over, workers: 0 });
    const expected = over.steps.flatMap((steps) => over.h.map((h) => ({ steps, h })));
    expect(specifications.map(({ choices }) => choices)).toEqual(expected);
  });

  test('are the same for any number of workers', async () => {
    const wide: Choices = { ...over, lastLag: [2, 3, 4, null] };
    const texts = await Promise.all(
      [0, 1, 2].map(async (workers) =>
        JSON.stringify(await multiverse(data, model, { over: wide, workers })),
      ),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
  });
});
