import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadKernels, type Workbench } from '../load.js';

const PAGE = 65536;
let bench: Workbench;

beforeEach(() => {
  bench = loadKernels();
});

describe('arena', () => {
  test('gives blocks that are 16-byte aligned and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 40 }), (sizes) =>
        bench.scope(() => {
          let free = bench.kernels.mark();
          for (const bytes of sizes) {
            const block = bench.kernels.alloc(bytes);
            expect(block % 16).toBe(0);
            expect(block).toBeGreaterThanOrEqual(free);
            free = block + bytes;
          }
        }),
      ),
    );
  });

  test('gives back everything since the mark, and nothing before it', () => {
    const { kernels } = bench;
    const kept = bench.put([1, 2, 3]);
    const mark = kernels.mark();
    const first = kernels.alloc(100);
    kernels.alloc(PAGE);
    kernels.release(mark);
    expect(kernels.mark()).toBe(mark);
    expect(kernels.alloc(100)).toBe(first);
    expect([...bench.get(kept, 3)]).toEqual([1, 2, 3]);
  });

  test('grows memory when it must, and keeps what is there', () => {
    const { kernels } = bench;
    const kept = bench.put([4, 5]);
    const before = kernels.memory.buffer.byteLength;
    const block = kernels.alloc(before + 1);
    expect(kernels.memory.buffer.byteLength).toBeGreaterThanOrEqual(block + before + 1);
    expect([...bench.get(kept, 2)]).toEqual([4, 5]);
    expect(kernels.exhausted()).toBe(0);
  });

  test('does not grow again for memory that was given back', () => {
    const { kernels } = bench;
    bench.scope(() => kernels.alloc(40 * PAGE));
    const size = kernels.memory.buffer.byteLength;
    for (let i = 0; i < 10; i++) bench.scope(() => kernels.alloc(40 * PAGE));
    expect(kernels.memory.buffer.byteLength).toBe(size);
  });

  test('returns address 0 for what does not fit, and remembers it until the next release', () => {
    const { kernels } = bench;
    const mark = kernels.mark();
    for (const bytes of [-1, -PAGE]) {
      expect(kernels.alloc(bytes)).toBe(0); // 2^32 less as many bytes
      expect(kernels.exhausted()).toBe(1);
      expect(kernels.mark()).toBe(mark);
      expect(kernels.alloc(16)).toBe(mark);
      expect(kernels.exhausted()).toBe(1);
      kernels.release(mark);
      expect(kernels.exhausted()).toBe(0);
    }
    expect(kernels.allocZeroed(-1)).toBe(0);
  });

  test('fills zeroed blocks with zeros, whatever was there', () => {
    const { kernels } = bench;
    bench.scope(() => bench.put([7, 7, 7]));
    expect([...bench.get(kernels.allocZeroed(24), 3)]).toEqual([0, 0, 0]);
  });

  test('counts the bytes of a matrix beyond 32 bits', () => {
    const { kernels } = bench;
    const small = bench.scope(() => [...bench.get(kernels.allocMatrix(3, 2), 6)]);
    expect(small).toEqual([0, 0, 0, 0, 0, 0]);
    for (const [rows, columns] of [
      [2 ** 16, 2 ** 13],
      [11_200, 48_000],
      [2 ** 31 - 1, 2 ** 31 - 1],
    ]) {
      const mark = kernels.mark();
      expect(kernels.allocMatrix(rows!, columns!)).toBe(0);
      expect(kernels.exhausted()).toBe(1);
      kernels.release(mark);
    }
  });
});
