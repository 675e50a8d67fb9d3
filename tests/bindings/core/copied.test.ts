import { describe, expect, it } from 'vitest';
import { copied } from '../../../bindings/core/copied.js';

describe('a copy', () => {
  it('does not show later writes to lists and objects', () => {
    const value = { formula: 'y ~ x', vcov: { cluster: ['id'] } };
    const copy = copied(value);
    value.formula = 'y ~ z';
    value.vcov.cluster.push('year');
    expect(copy).toEqual({ formula: 'y ~ x', vcov: { cluster: ['id'] } });
  });

  it('has the loops of what is copied', () => {
    const loop: { part?: unknown; list: unknown[] } = { list: [] };
    loop.part = loop;
    loop.list.push(loop);
    const copy = copied(loop);
    expect(copy).not.toBe(loop);
    expect(copy.part).toBe(copy);
    expect(copy.list[0]).toBe(copy);
  });

  it('keeps getters, and calls none', () => {
    const value = Object.defineProperty({ n: 1 }, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('called');
      },
    });
    const copy = copied(value);
    expect(Object.keys(copy)).toEqual(['n', 'bad']);
    expect(() => (copy as { bad?: unknown }).bad).toThrow('called');
  });

  it('shares objects of a class, functions and primitive values', () => {
    const date = new Date(0);
    const run = () => 1;
    expect(copied({ date, run, n: null, text: 'a' })).toEqual({ date, run, n: null, text: 'a' });
    expect(copied([date])[0]).toBe(date);
    expect(copied(Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
    expect(copied(undefined)).toBeUndefined();
  });
});
