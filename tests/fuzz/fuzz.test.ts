/** The first inputs of the fuzzers with one seed; `npm run fuzz -- 3600` is the long run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arrayEntries, entries } from '../../scripts/bundling/entries.js';
import { drawsOf } from './damage.js';
import { fuzz } from './fuzz.js';
import { outcomeOf, WrongResult } from './target.js';
import { arrayCalls } from './targets/array-calls.js';
import { withoutInput } from './targets/data-calls.js';
import { targets } from './targets/index.js';
import { callsOf } from './targets/options.js';

/** Inputs per target. */
const TRIALS = 100;

describe('random inputs give a value or a typed error with a short message', () => {
  test.each(targets.map(({ name }) => name))('%s', async (name) => {
    const { counts, findings } = await fuzz({ most: TRIALS, seed: 1, only: [name] });
    expect(findings).toEqual([]);
    const trials = Object.values(counts[name]!).reduce((sum, count) => sum + count, 0);
    expect(trials).toBe(TRIALS);
  });
});

/** Names of the kinds in the surfaces of entry points. */
function exported(entryPoints: readonly string[], kinds: RegExp): string[] {
  const names = entryPoints.flatMap((entry) => {
    const place = new URL(`../repository/surface/${entry}.txt`, import.meta.url);
    const lines = readFileSync(place, 'utf8').split('\n');
    return lines.filter((line) => kinds.test(line)).map((line) => line.split(' ')[1]!);
  });
  return [...new Set(names)].sort();
}

test('every exported function that takes data or options is called', async () => {
  const entryPoints = ['index', ...Object.keys(entries)];
  const ofTables = entryPoints.filter((entry) => !arrayEntries.includes(entry));
  const called = new Set<string>((await callsOf()).map(({ name }) => name));
  const others = exported(ofTables, /^function /).filter((name) => !called.has(name));
  expect(others).toEqual(withoutInput);
});

test('every function of arrays is called', async () => {
  const called = new Set((await arrayCalls()).map(({ name }) => name.split('.')[0]!));
  const others = exported(arrayEntries, /^(function|constant) /).filter(
    (name) => !called.has(name) && !name.endsWith('Error'),
  );
  expect(others).toEqual(['init', 'ready']);
});

test('the seed and the number draw the same input again', async () => {
  for (const { name, prepare } of targets.slice(0, 4)) {
    const trialOf = await prepare();
    const inputs = [1, 2].map(() => trialOf(drawsOf(3, 17)).input);
    expect(inputs[0], name).toBe(inputs[1]);
  }
});

describe('the judge of outcomes', () => {
  const typed = (message: string) =>
    Object.assign(new Error(message), { code: 'bad-value', exitCode: 3 });
  const thrown = (error: unknown) => () => {
    throw error;
  };

  test.each([
    ['value', () => 1],
    ['bad-value', thrown(typed('x: expected a number, found text'))],
    ['bad-value', thrown(typed('unexpected character\n  y ~ ?\n      ^'))],
    ['WRONG raw error', thrown(new TypeError('x is undefined'))],
    ['WRONG raw error', thrown('text')],
    ['WRONG long message', thrown(typed('x'.repeat(501)))],
    ['WRONG message of several lines', thrown(typed('a\nb'))],
    ['WRONG vague message', thrown(typed('x: expected a number, found undefined'))],
    ['WRONG message that contradicts itself', thrown(typed('rank: expected 3, found 3'))],
    ['WRONG result', thrown(new WrongResult('2 is not 3'))],
  ])('says %s', async (outcome, run) => {
    expect(await outcomeOf({ input: '', run })).toMatchObject({ outcome });
  });

  test('says that a call is slow if it is slow twice', async () => {
    const times = [0, 20, 20, 40, 40, 60, 60, 63];
    const clock = () => times.shift()!;
    const trial = { input: '', run: () => 1, most: 5 };
    expect(await outcomeOf(trial, clock)).toEqual({ outcome: 'WRONG slow', wrong: '20 ms' });
    expect(await outcomeOf(trial, clock)).toMatchObject({ outcome: 'value' });
  });
});
