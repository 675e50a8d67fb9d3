/** Streams of random words, given by seed, number and position. */
import { scope } from '../engine/arena.js';
import { badArgument } from '../errors/bad-argument.js';
import { checkWhole, withDefaults } from '../arguments/choices.js';
import { anyEngine } from '../engine/instances/any-engine.js';
import type { SharedExports } from '../../generated/exports.js';
import { splitSeed } from '../numerics/random.js';
import { keysOf } from '../../words/expectations/core/arrays.js';
import { aStream, wordsOf32 } from '../../words/expectations/core/distributions.js';

/**
 * A position in a stream. Draws advance `counter`; a copy, or a stream with the same three numbers, gives the same
 * draws on every machine.
 */
export interface RandomStream {
  readonly seed: number;
  /** Number of the stream: streams of one seed are independent of each other. */
  readonly stream: number;
  /** Index of the 32-bit word with which the next draw starts. */
  counter: number;
}

/** Where a stream starts. */
export interface StreamOptions {
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** 0 by default. */
  readonly stream?: number | undefined;
  /** 0 by default. */
  readonly counter?: number | undefined;
}

const range = [0, Number.MAX_SAFE_INTEGER] as const;

/**
 * A stream of Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011). Word i is word i % 4 of the block with the counter
 * (b low, b high, stream low, stream high + 2^31), b = floor(i / 4), and the key (seed low, seed high).
 *
 * @throws InputError `bad-value`
 */
export function stream(options: StreamOptions): RandomStream {
  if (typeof options !== 'object' || options === null) {
    throw badArgument('stream', 'options', keysOf({ keys: ['seed'] }), options);
  }
  checkWhole('stream', 'seed', range, options.seed);
  const chosen = withDefaults('stream', { seed: 0, stream: 0, counter: 0 }, options);
  checkWhole('stream', 'stream', range, chosen.stream);
  checkWhole('stream', 'counter', range, chosen.counter);
  return { ...chosen };
}

/** Runs `draw` on the core's memory at a position of a stream, and advances the stream past the words used. */
export function drawn<T>(
  subject: string,
  source: RandomStream,
  draw: (core: SharedExports, memory: Memory) => T,
): T {
  if (typeof source !== 'object' || source === null) {
    throw badArgument(subject, 'stream', aStream(), source);
  }
  checkWhole(subject, 'stream.seed', range, source.seed);
  checkWhole(subject, 'stream.stream', range, source.stream);
  checkWhole(subject, 'stream.counter', range, source.counter);
  const engine = anyEngine(subject);
  const { exports } = engine;
  return scope(engine, (arena) => {
    const key = splitSeed(source.seed);
    exports.stream_open(...key, ...splitSeed(source.stream), ...splitSeed(source.counter));
    const result = draw(exports, {
      floats: (out, fill) => {
        const address = arena.allocFloats(out.length);
        fill(address);
        out.set(arena.doubles().subarray(address / 8, address / 8 + out.length));
      },
      ints: (values, change, out) => {
        const address = arena.putInts(values);
        change(address);
        out.set(arena.ints(address, out.length));
      },
    });
    source.counter = exports.stream_position();
    return result;
  });
}

export interface Memory {
  /** Lets `fill` write numbers, and copies them to `out`. */
  floats(out: Float64Array, fill: (address: number) => void): void;
  /** Lets `change` change integers, and copies the first ones to `out`. */
  ints(values: Int32Array, change: (address: number) => void, out: Int32Array): void;
}

/**
 * A block of Philox4x32-10, for comparison with published test vectors.
 *
 * @param counter - four words
 * @param key - two words
 * @throws InputError `bad-value`
 */
export function philox(counter: ArrayLike<number>, key: ArrayLike<number>): Uint32Array {
  const words = [...wordsOf('counter', counter, 4), ...wordsOf('key', key, 2)] as const;
  const engine = anyEngine('philox');
  return scope(engine, (arena) => {
    const address = arena.allocInts(4);
    const [c0, c1, c2, c3, k0, k1] = words;
    engine.exports.philox_block(c0!, c1!, c2!, c3!, k0!, k1!, address);
    return Uint32Array.from(arena.ints(address, 4), (word) => word >>> 0);
  });
}

function wordsOf(name: string, words: ArrayLike<number>, length: number): number[] {
  if (typeof words !== 'object' || words === null || words.length !== length) {
    throw badArgument('philox', name, wordsOf32({ count: length }), words);
  }
  return Array.from(words, (word, i) => {
    checkWhole('philox', `${name}[${i}]`, [0, 2 ** 32 - 1], word);
    return word;
  });
}
