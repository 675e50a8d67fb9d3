/** Plain data as bytes: read back as they were, and nothing but data whatever the bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../bindings/core/errors/errors.js';
import { decodePlain, encodePlain } from '../../../../bindings/core/jobs/plain-data.js';

const marks = ['#number', '#array', '#map', '#object'];
const leaf = fc.oneof(
  ...[fc.double(), fc.string(), fc.boolean(), fc.constant(null)],
  fc.float64Array().map((x) => new Float64Array(x)),
  fc.int32Array().map((x) => new Int32Array(x)),
  fc.uint8Array().map((x) => new Uint8Array(x)),
);
const key = fc.oneof(fc.string(), fc.constantFrom(...marks)).filter((one) => one !== '__proto__');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 3 }).map((all) => new Map(all)),
  ),
}));

/** Bytes of any JSON, as an attacker writes them. */
function bytesOf(json: string, arrays: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = new TextEncoder().encode(json);
  const start = 8 + 8 * Math.ceil(text.length / 8);
  const bytes = new Uint8Array(start + arrays.length).fill(0x20, 8, start);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 8);
  bytes.set(arrays, start);
  return bytes;
}

describe('plain data as bytes', () => {
  it('are read back as they were, and give the same bytes again', () => {
    fc.assert(
      fc.property(value, (one) => {
        const bytes = encodePlain(one);
        expect(decodePlain(bytes)).toEqual(one);
        expect(encodePlain(decodePlain(bytes))).toEqual(bytes);
      }),
    );
  });

  it('are nothing else', () => {
    const around: unknown[] = [];
    around.push(around);
    const inherited = JSON.parse('{"__proto__": {"kind": "x"}}') as object;
    const others = [new Set(), new Date(), () => 1, 1n, [undefined], undefined, around, inherited];
    for (const one of others) {
      expect(() => encodePlain(one)).toThrow(/^task: expected plain data/);
    }
  });

  it.each([
    ['a prototype', '{"__proto__": {"kind": "statistic"}}'],
    ['a deep prototype', '{"a": [{"b": {"__proto__": 1}}]}'],
    ['a prototype as an entry', '{"#object": [["__proto__", {"kind": "statistic"}]]}'],
    ['a prototype as a list', '{"#object": [[["__proto__"], 1]]}'],
    ['an array of an inherited type', '{"#array": ["constructor", 0]}'],
    ['an array of a type in a list', '{"#array": [["f64"], 0]}'],
    ['an array beyond the bytes', '{"#array": ["f64", 1000000000]}'],
    ['an array of NaN', '{"#array": ["f64", {"#number": "NaN"}]}'],
    ['an array below 0', '{"#array": ["f64", -1]}'],
    ['an array of text', '{"#array": "f64"}'],
    ['a number of text', '{"#number": "0x10"}'],
    ['a number of an object', '{"#number": {}}'],
    ['a map of numbers', '{"#map": [1]}'],
    ['a map of triples', '{"#map": [[1, 2, 3]]}'],
    ['no JSON', '{"a": '],
    ['nothing', ''],
  ])('refuse %s', (_, json) => {
    expect(() => decodePlain(bytesOf(json))).toThrow(InputError);
    expect(() => decodePlain(bytesOf(json))).toThrow(/^task: expected the bytes of plain data/);
  });

  it('refuse bytes after the arrays, and arrays that overlap nothing', () => {
    expect(() => decodePlain(bytesOf('1', new Uint8Array(8)))).toThrow(/bytes after the arrays/);
    expect(decodePlain(bytesOf('{"#array": ["f64", 1]}', new Uint8Array(8)))).toEqual(
      new Float64Array(1),
    );
  });

  it('of any bytes are a value that has these bytes, or a typed error', () => {
    const json = fc.json({ maxDepth: 3 }).map((text) => bytesOf(text));
    const marked = fc
      .tuple(fc.constantFrom(...marks, '__proto__'), fc.json({ maxDepth: 2 }))
      .map(([mark, text]) => bytesOf(`{"${mark}": ${text}}`));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 80 }), json, marked), (bytes) => {
        let found: unknown;
        try {
          found = decodePlain(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          return;
        }
        expect(decodePlain(encodePlain(found))).toEqual(found);
        expect(({} as { kind?: unknown }).kind).toBeUndefined();
      }),
      { numRuns: 2000, seed: 34 },
    );
  });
});
