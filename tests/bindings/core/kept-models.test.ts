import { describe, expect, it } from 'vitest';
import { remembering } from '../../../bindings/models/kept-models.js';

/** A reader that counts its calls, and remembers. */
function counted() {
  let calls = 0;
  const read = remembering((value: unknown) => {
    if (value === undefined) throw new Error('nothing');
    return { call: ++calls, value: structuredClone(value) };
  });
  return { read, calls: () => calls };
}

const model = () => ({ formula: 'y ~ x', gmm: [{ vars: ['y'], lags: [2, null] }], level: 0.95 });

describe('models that are kept', () => {
  it('are read once for the same keys and values, whatever object holds them', () => {
    const { read, calls } = counted();
    expect(read(model())).toBe(read(model()));
    expect(calls()).toBe(1);
  });

  it('are read anew when the object that held one was written to', () => {
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
  ])('tell %s apart', (_, one, other) => {
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
  ])('are neither taken from nor given to what %s', (_, odd, plain) => {
    const { read } = counted();
    const first = read(odd);
    expect(read(plain)).not.toBe(first);
    const { read: again } = counted();
    const second = again(plain);
    if (Object.keys(odd).length === 0) expect(again(odd)).not.toBe(second);
    expect(again(plain)).toBe(second);
  });

  it('are not looked into where they hide what holds them', () => {
    const { read } = counted();
    const odd: Record<PropertyKey, unknown> = { formula: 'y ~ x' };
    odd[Symbol('owner')] = odd;
    Object.defineProperty(odd, 'parent', { value: odd });
    expect(read(odd)).not.toBe(read(odd));
  });

  it('have of a list its elements', () => {
    const { read } = counted();
    const noted = Object.assign(['x'], { note: 'w' });
    expect(read({ vars: noted })).not.toBe(read({ vars: ['x', 'w'] }));
  });

  it('are refused again where they were refused', () => {
    const { read } = counted();
    for (let i = 0; i < 2; i++) expect(() => read(undefined)).toThrow('nothing');
  });

  it('are eight at most', () => {
    const { read, calls } = counted();
    for (let i = 0; i < 9; i++) read({ i });
    read({ i: 1 });
    expect(calls()).toBe(9);
    read({ i: 0 });
    expect(calls()).toBe(10);
  });
});
