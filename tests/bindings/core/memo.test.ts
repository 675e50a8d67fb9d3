import { describe, expect, it } from 'vitest';
import { parseFormula, parseTerms } from '../../../bindings/data/formula/formula.js';
import { memoizeByText, memoizeByValue } from '../../../bindings/core/values/memo.js';

describe('memoized answers', () => {
  it('are shared by equal texts', () => {
    let calls = 0;
    const length = memoizeByText((text) => ({ length: text.length, call: ++calls }));
    expect(length('abc')).toBe(length('abc'));
    expect(length('ab')).toEqual({ length: 2, call: 2 });
  });

  it('are cleared by the 257th text', () => {
    let calls = 0;
    const read = memoizeByText((text) => `${text} ${++calls}`);
    for (let i = 0; i <= 256; i++) read(String(i));
    expect(read('256')).toBe('256 257');
    expect(read('0')).toBe('0 258');
  });

  it('are not kept for texts that throw', () => {
    for (let i = 0; i < 2; i++) {
      expect(() => parseFormula('y ~')).toThrow(
        expect.objectContaining({ code: 'formula-syntax' }),
      );
    }
  });

  it('serves formulas and terms', () => {
    expect(parseFormula('y ~ L.y + x')).toBe(parseFormula('y ~ L.y + x'));
    expect(parseTerms('L(0:2).k')).toBe(parseTerms('L(0:2).k'));
  });
});

/** A memoized reader that counts its calls. */
function counted() {
  let calls = 0;
  const read = memoizeByValue((value: unknown) => {
    if (value === undefined) throw new Error('nothing');
    return { call: ++calls, value: structuredClone(value) };
  });
  return { read, calls: () => calls };
}

const model = () => ({ formula: 'y ~ x', gmm: [{ vars: ['y'], lags: [2, null] }], level: 0.95 });

describe('memoizeByValue', () => {
  it('reads equal keys and values once, whatever object holds them', () => {
    const { read, calls } = counted();
    expect(read(model())).toBe(read(model()));
    expect(calls()).toBe(1);
  });

  it('reads an object again that was written to', () => {
    const { read } = counted();
    const written = model();
    const first = read(written);
    written.gmm[0]!.lags[1] = 4 as never;
    expect(read(written)).not.toBe(first);
    expect(read(written).value).toEqual({ ...model(), gmm: [{ vars: ['y'], lags: [2, 4] }] });
    expect(read(model())).toBe(first);
  });

  it.each<[string, unknown, unknown]>([
    ['0 and -0', { a: 0 }, { a: -0 }],
    ['null and NaN', { a: null }, { a: NaN }],
    ['null and undefined', { a: null }, { a: undefined }],
    ['a key of undefined and none', { a: undefined }, {}],
    ['keys of undefined with other names', { a: undefined }, { b: undefined }],
    ['a number and its text', { a: 1 }, { a: '1' }],
    ['a list and an object', { a: ['b'] }, { a: { 0: 'b' } }],
    ['a list and its beginning', { a: ['b', 'c'] }, { a: ['b'] }],
    ['an object and its text', { a: {} }, '{}'],
  ])('tells %s apart', (_, one, other) => {
    const { read } = counted();
    expect(read(one)).not.toBe(read(other));
    expect(read(other)).not.toBe(read(one));
  });

  it.each<[string, object, object]>([
    ['inherits a value', Object.create({ steps: 1 }) as object, {}],
    ['holds one that does', { gmm: [Object.create({ collapse: true })] }, { gmm: [{}] }],
    ['has a class', new Date(0), {}],
    ['hides a value', Object.defineProperty({}, 'steps', { value: 1 }), {}],
    ['hides a value by a symbol', { [Symbol.iterator]: 1 }, {}],
    ['gets a value', { get steps() { return 1; } }, { steps: 1 }], // prettier-ignore
  ])('gives no answer to, and keeps none of, what %s', (_, odd, plain) => {
    const { read } = counted();
    const first = read(odd);
    expect(read(plain)).not.toBe(first);
    const { read: again } = counted();
    const second = again(plain);
    if (Object.keys(odd).length === 0) expect(again(odd)).not.toBe(second);
    expect(again(plain)).toBe(second);
  });

  it('does not look into hidden properties, which may hold the object itself', () => {
    const { read } = counted();
    const odd: Record<PropertyKey, unknown> = { formula: 'y ~ x' };
    odd[Symbol('owner')] = odd;
    Object.defineProperty(odd, 'parent', { value: odd });
    expect(read(odd)).not.toBe(read(odd));
  });

  it('compares the elements of lists alone', () => {
    const { read } = counted();
    const noted = Object.assign(['x'], { note: 'w' });
    expect(read({ vars: noted })).not.toBe(read({ vars: ['x', 'w'] }));
  });

  it('asks again after an error', () => {
    const { read } = counted();
    for (let i = 0; i < 2; i++) expect(() => read(undefined)).toThrow('nothing');
  });

  it('keeps eight values at most', () => {
    const { read, calls } = counted();
    for (let i = 0; i < 9; i++) read({ i });
    read({ i: 1 });
    expect(calls()).toBe(9);
    read({ i: 0 });
    expect(calls()).toBe(10);
  });
});
