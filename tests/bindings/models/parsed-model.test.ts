import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fitModel } from '../../../bindings/models/fit.js';
import { dpdEstimator } from '../../../bindings/models/dpd/index.js';
import { laterEstimator } from '../../../bindings/models/reading/load-estimator.js';
import { parseModel } from '../../../bindings/models/reading/model-file.js';
import type { DpdModel } from '../../../bindings/models/dpd/model.js';
import { firms } from './employment.js';

const minimal = {
  estimator: 'dpd' as const,
  formula: 'n ~ L.n + w',
  panel: { unit: 'id', time: 'year' },
  gmm: [{ vars: 'n w', lags: [2, null] as const }],
};

const parseDpd = (value: unknown) => parseModel(value) as DpdModel;

describe('a parsed model', () => {
  beforeAll(() => laterEstimator('dpd').load());
  afterEach(() => vi.restoreAllMocks());

  /** Calls of the reader of dynamic panel models from here on. */
  const countReads = () => vi.spyOn(dpdEstimator, 'read');

  const full = (formula: string) => ({
    ...minimal,
    formula,
    gmm: [{ vars: ['n', 'w'], lags: [2, 4] as [number, number] }],
    iv: [{ vars: ['k'] }],
    roles: { exogenous: ['k'] },
    diffHansen: [{ name: 'all', vars: ['n'] }],
    vcov: { cluster: ['id'] },
    bootstrap: { reps: 9, ci: ['percentile' as const], statistics: ['w/(1-L1.n)'] },
    multiverse: {
      over: {
        steps: [1, 2] as const,
        lastLag: [[4, null], [3]],
        roles: { k: ['exogenous'] as const },
      },
    },
  });

  it('is read once, however often it is parsed or estimated', async () => {
    const read = countReads();
    const model = parseDpd({ ...minimal, formula: 'n ~ L.n + w + k' });
    expect(parseModel(model)).toBe(model);
    const first = await fitModel(firms, model);
    const second = await fitModel(firms, model);
    expect(read).toHaveBeenCalledTimes(1);
    expect(second.params).toEqual(first.params);
  });

  it('cannot be changed in any of its parts', () => {
    const model = parseDpd(full('n ~ L.n + w'));
    const parts = partsOf(model);
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
    expect(() => Object.assign(model, { steps: 1 })).toThrow(TypeError);
    expect(() => Object.assign(model.gmm[0]!.lags, [1])).toThrow(TypeError);
  });

  it('shares no part with what was written, which stays free to change', () => {
    const written = full('n ~ L.n + w');
    const parts = new Set(partsOf(parseModel(written)));
    expect(partsOf(written).filter((part) => parts.has(part) || Object.isFrozen(part))).toEqual([]);
  });

  it('does not vouch for a changed copy, which is checked again', () => {
    const model = parseDpd(full('n ~ L.n + w'));
    expect(() => parseModel({ ...model, steps: 7 })).toThrow(
      'steps: expected 1, 2, iterated or cue',
    );
    const copy = structuredClone(model);
    Object.assign(copy.gmm[0]!.lags, [3, 2]);
    expect(() => parseModel(copy)).toThrow('gmm[0].lags: expected a pair');
  });

  it('is a valid model file that reads as itself', () => {
    const model = parseDpd(full('n ~ L.n + w'));
    expect(parseModel(structuredClone(model))).toEqual(model);
  });
});

/** A value and everything inside it that is an object. */
function partsOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}
