import { describe, expect, test } from 'vitest';
import { type Arena, openArena, scope } from '../../../../bindings/core/engine/arena.js';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import { EngineError, InputError } from '../../../../bindings/core/errors/errors.js';
import { Status } from '../../../../bindings/core/engine/status.js';

const engine = await newEngine();

function errorOf(use: (arena: Arena) => void): unknown {
  try {
    scope(engine, use);
  } catch (error) {
    return error;
  }
  throw new Error('expected an error, but nothing was thrown');
}

describe('scope', () => {
  test('copies arrays in and out, also after memory has grown', () => {
    scope(engine, (arena) => {
      const floats = arena.putFloats(Float64Array.of(1.5, NaN, -0));
      const ints = arena.putInts(Int32Array.of(-1, 2 ** 31 - 1));
      arena.allocFloats(engine.exports.memory.buffer.byteLength / 8);
      expect(arena.floats(floats, 3)).toEqual(Float64Array.of(1.5, NaN, -0));
      expect(arena.ints(ints, 2)).toEqual(Int32Array.of(-1, 2 ** 31 - 1));
    });
  });

  test('copies columns into one matrix, repeating a number down its column', () => {
    scope(engine, (arena) => {
      const matrix = arena.putColumns([Float64Array.of(1, 2), 3, Float64Array.of(4, 5)], 2);
      expect(arena.floats(matrix, 6)).toEqual(Float64Array.of(1, 2, 3, 3, 4, 5));
    });
  });

  test('releases its memory on return and on every error', () => {
    const before = engine.exports.mark();
    scope(engine, (arena) => arena.allocFloats(100));
    expect(engine.exports.mark()).toBe(before);
    errorOf((arena) => {
      arena.allocFloats(100);
      throw new InputError({ id: 'bad-value', detail: {}, text: 'a typed error' });
    });
    expect(engine.exports.mark()).toBe(before);
  });

  test('passes typed errors and turns a trap into an EngineError', () => {
    const typed = new InputError({ id: 'bad-value', detail: {}, text: 'a typed error' });
    const thrown = errorOf(() => {
      throw typed;
    });
    expect(thrown).toBe(typed);
    const trap = errorOf(() => engine.exports.vector_exp(1, -8, 0));
    expect(trap).toBeInstanceOf(EngineError);
    expect(trap).toMatchObject({ code: 'trap', status: Status.Trap, exitCode: 1 });
  });

  test.each([2 ** 29 - 1, 2 ** 29, 2 ** 31])(
    'says how much memory did not fit (%i doubles)',
    (n) => {
      const error = errorOf((arena) => arena.allocFloats(n));
      expect(error).toBeInstanceOf(EngineError);
      expect(error).toMatchObject({
        code: 'out-of-memory',
        status: Status.OutOfMemory,
        message: `engine: cannot allocate ${8 * n} bytes: WebAssembly memory holds at most 4 GiB; use fewer rows, regressors or instruments`,
      });
    },
  );
});

test('an open arena keeps what was put until the engine is gone', () => {
  const arena = openArena(engine);
  const address = arena.putFloats(Float64Array.of(3));
  scope(engine, (other) => other.putFloats(Float64Array.of(4)));
  expect(arena.floats(address, 1)).toEqual(Float64Array.of(3));
});
