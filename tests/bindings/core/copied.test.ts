import { describe, expect, it } from 'vitest';
import { copied } from '../../../bindings/core/values/copied.js';

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

  it('reads getters now', () => {
    let formula = 'y ~ x';
    const value = Object.defineProperties(
      {},
      {
        formula: { enumerable: true, get: () => formula },
      },
    ) as { formula: string };
    const copy = copied(value);
    formula = 'y ~ z';
    expect(copy.formula).toBe('y ~ x');
    expect(Object.keys(copy)).toEqual(['formula']);
  });

  it('copies objects of a class, also what its getters read', () => {
    class Model {
      readonly estimator = 'ols';
      #formula = 'y ~ x';
      get formula() {
        return this.#formula;
      }
      change() {
        this.#formula = 'y ~ z';
      }
    }
    const model = new Model();
    const copy = copied(model);
    model.change();
    expect(copy.formula).toBe('y ~ x');
    expect(Object.keys(copy)).toEqual(['estimator']);
    expect(copy).toBeInstanceOf(Model);
  });

  it('shares dates, functions and primitive values', () => {
    const date = new Date(0);
    const run = () => 1;
    expect(copied({ date, run, n: null, text: 'a' })).toEqual({ date, run, n: null, text: 'a' });
    expect(copied([date])[0]).toBe(date);
    expect(copied(Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
    expect(copied(undefined)).toBeUndefined();
  });
});
