/** Jobs, results and notes of the queue: believed with the seal of the key only, and whatever else comes is no error. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSealed,
  MOST_JOBS_OF_PART,
  type PartJob,
  readFailure,
  readJob,
  readNote,
  readResult,
  signJob,
  writeFailure,
  writeNote,
  writeResult,
} from '../../bullmq/records.js';
import { openSeal } from '../../bullmq/seal.js';

const seal = openSeal({ key: 'the key of these tests' });
const other = openSeal({ key: 'a key of somebody else' });
const trusting = openSeal({ trust: true });
const run = { queue: 'q', build: 'b'.repeat(64) };
const digest = 'd'.repeat(64);
const unsigned = {
  digest,
  kind: 'unit-moments',
  first: 64,
  end: 128,
  total: 256,
  bytes: 1000,
  keep: 60,
};
const job = signJob(seal, run, unsigned);
const part = { digest, kind: 'unit-moments', first: 64, end: 128 };
const author = { build: run.build, worker: 'w' };
const stored = writeResult(seal, run, part, { author, chunk: { first: 64, values: [1, 2] } });

describe('a key', () => {
  it('is needed, of at least 16 characters, or trust', () => {
    const bad: [object, string][] = [
      [{}, 'no-queue-key'],
      [{ key: '' }, 'no-queue-key'],
      [{ trust: false }, 'no-queue-key'],
      [{ key: 'x'.repeat(15) }, 'bad-value'],
      [{ key: 'x'.repeat(16), trust: true }, 'bad-value'],
      [{ key: 7 }, 'bad-value'],
      [{ trust: 1 }, 'bad-value'],
    ];
    for (const [options, code] of bad) {
      expect(() => openSeal(options)).toThrow(expect.objectContaining({ code }));
    }
    const secret = 'a secret of 15.';
    expect(() => openSeal({ key: secret })).not.toThrow(new RegExp(secret));
  });

  it('has a name that is the same everywhere, and that of no other key', () => {
    expect(openSeal({ key: 'the key of these tests' }).id).toBe(seal.id);
    expect(new Set([seal.id, other.id, trusting.id]).size).toBe(3);
  });
});

describe('a job', () => {
  it('is read as it was sent', () => {
    expect(readJob(seal, run, JSON.parse(JSON.stringify(job)))).toEqual(job);
    expect(readJob(trusting, run, signJob(trusting, run, unsigned)).first).toBe(64);
  });

  // prettier-ignore
  const changes: Partial<PartJob>[] = [
    { digest: 'e'.repeat(64) }, { kind: 'unit-sums' }, { first: 0 }, { first: 65 }, { end: 127 },
    { end: 129 }, { total: 257 }, { bytes: 1001 }, { keep: 61 }, { mac: 'a'.repeat(64) },
  ];
  it.each(changes)('with %j instead has no seal', (change) => {
    const changed = { ...job, ...change };
    expect(() => readJob(seal, run, changed)).toThrow(/found one without the seal of this key/);
  });

  it('of another key, queue or build has no seal', () => {
    for (const [reader, at] of [
      [other, run],
      [trusting, run],
      [seal, { ...run, queue: 'r' }],
      [seal, { ...run, build: 'c'.repeat(64) }],
    ] as const) {
      expect(() => readJob(reader, at, job)).toThrow(/without the seal of this key/);
    }
  });

  // prettier-ignore
  const wrong: Partial<Record<keyof PartJob, unknown>>[] = [
    { end: 1e9, total: 1e9 }, { end: 2 ** 40 }, { first: -64 }, { first: 0.5 }, { first: NaN },
    { end: Infinity }, { first: 128 }, { end: 257 }, { total: 100 }, { first: '0' },
    { digest: '../x' }, { digest: 'D'.repeat(64) }, { digest: `${digest}\n` }, { kind: '' },
    { kind: 'x'.repeat(101) }, { kind: {} }, { bytes: 0 }, { bytes: 2 ** 53 }, { keep: 0 },
    { keep: 1e12 },
      { mac: '' },
      { mac: null },
      { total: 2 ** 31, end: MOST_JOBS_OF_PART + 65 },
  ];
  it.each(wrong)(
    'with %j is refused before its seal is looked at, also where all are trusted',
    (change) => {
      const data = signJob(trusting, run, { ...unsigned, ...change } as typeof unsigned);
      const whole = { ...data, ...change };
      expect(() => readJob(trusting, run, whole)).toThrow(
        expect.objectContaining({ code: 'bad-task', message: expect.not.stringMatching(/seal/) }),
      );
    },
  );

  it('of any value is a typed error of one line', () => {
    const keys = Object.keys(job).map((name) => [name, fc.anything()] as const);
    const alike = fc.record(Object.fromEntries(keys));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), alike), (data) => {
        expect(() => readJob(seal, run, data)).toThrow(
          expect.objectContaining({
            code: 'bad-task',
            message: expect.stringMatching(/^queue: expected a job[^\n]{20,300}$/),
          }),
        );
      }),
      { seed: 34 },
    );
  });
});

describe('a result', () => {
  const result = readResult(stored)!;

  it('is that of its part, build and worker', () => {
    expect(isSealed(seal, run, part, result)).toBe(true);
    for (const change of [{ first: 0 }, { end: 127 }, { kind: 'x' }, { digest: 'e'.repeat(64) }]) {
      expect(isSealed(seal, run, { ...part, ...change }, result)).toBe(false);
    }
    for (const change of [{ worker: 'x' }, { build: 'c'.repeat(64) }, { mac: '0'.repeat(64) }]) {
      expect(isSealed(seal, run, part, { ...result, ...change })).toBe(false);
    }
    expect(isSealed(other, run, part, result)).toBe(false);
  });

  it('with any changed byte has no seal, or cannot be read', () => {
    fc.assert(
      fc.property(fc.nat(stored.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(stored);
        changed[place]! ^= flip;
        const read = readResult(changed);
        expect(read !== undefined && isSealed(seal, run, part, read)).toBe(false);
      }),
      { seed: 34, numRuns: 1000 },
    );
  });

  it('of any bytes is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readResult(bytes)).toBeUndefined();
      }),
      { seed: 34 },
    );
    expect(readResult(Buffer.from(`{"__proto__": {}}\n`))).toBeUndefined();
    expect(readResult(Buffer.alloc(100_000, 0x20))).toBeUndefined();
  });
});

describe('notes and failures', () => {
  const note = { name: 'w', build: run.build, version: '1.0.0' };
  const failure = { worker: 'w', code: 'worker-failed', message: 'no memory' };

  it('are read with their seal, and a note tells of another key', () => {
    expect(readNote(seal, 'q', writeNote(seal, 'q', note))).toEqual({ ...note, sealed: true });
    expect(readNote(seal, 'q', writeNote(other, 'q', note))).toEqual({ ...note, sealed: false });
    expect(readNote(seal, 'r', writeNote(seal, 'q', note))?.sealed).toBe(false);
    const text = writeFailure(seal, run, digest, failure);
    expect(readFailure(seal, run, digest, text)).toEqual(failure);
    expect(readFailure(seal, run, 'e'.repeat(64), text)).toBeUndefined();
    expect(readFailure(other, run, digest, text)).toBeUndefined();
    expect(readFailure(seal, run, digest, text.replace('memory', 'worker'))).toBeUndefined();
  });

  it('of any text are none', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant(writeNote(seal, 'q', note).slice(1)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(readNote(seal, 'q', text)).toBeUndefined();
        expect(readFailure(seal, run, digest, text)).toBeUndefined();
      }),
      { seed: 34 },
    );
  });
});
