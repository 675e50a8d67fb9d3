import { describe, expect, test } from 'vitest';
import { loadKernels } from '../load.js';

const { kernels, getInts, scope } = loadKernels();

/** Words of eight blocks, of counters from this one on. */
function blocks(counter: readonly number[], key: readonly number[]): string[] {
  return scope(() => {
    const out = kernels.alloc(128);
    kernels.seed(...key);
    kernels.philox(...counter, out);
    return Array.from({ length: 32 }, (_, index) => {
      const word = getInts(kernels.wordAddress(out, index), 1)[0]!;
      return (word >>> 0).toString(16).padStart(8, '0');
    });
  });
}

function words(counter: readonly number[], key: readonly number[]): string[] {
  return blocks(counter, key).slice(0, 4);
}

const ones = 0xffffffff;

describe('philox', () => {
  /** The known answers for philox4x32 with 10 rounds of the Random123 distribution. */
  test.each([
    [
      [0, 0, 0, 0],
      [0, 0],
      ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8'],
    ],
    [
      [ones, ones, ones, ones],
      [ones, ones],
      ['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd'],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      ['d16cfe09', '94fdcceb', '5001e420', '24126ea1'],
    ],
  ])('gives the published words for counter %j and key %j', (counter, key, expected) => {
    expect(words(counter, key)).toEqual(expected);
  });

  test('goes on with the blocks of the next counters, and from the last to the first', () => {
    for (const start of [5, ones - 2]) {
      const each = Array.from({ length: 8 }, (_, b) => words([(start + b) >>> 0, 7, 2, 0], [1, 3]));
      expect(blocks([start, 7, 2, 0], [1, 3])).toEqual(each.flat());
    }
  });

  test('gives other words when any word of counter or key changes', () => {
    const inputs = Array.from({ length: 7 }, (_, changed) =>
      Array.from({ length: 6 }, (_, place) => Number(place === changed)),
    );
    const found = inputs.map((input) => words(input.slice(0, 4), input.slice(4)).join(' '));
    expect(new Set(found).size).toBe(7);
  });
});
