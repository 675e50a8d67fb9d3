/** Reading takes time and memory in proportion to the input, or ends with a typed error; `npm run growth` has the table. */
import { beforeAll, describe, expect, test } from 'vitest';
import { report, type Report } from './process.js';

/** Half the inputs of the table are enough to tell a square from a line, in a few seconds. */
const SCALE = 0.5;
/** Megabytes of memory that an input of less than a megabyte may take. */
const MOST_MEGABYTES = 300;

let found: Report;
beforeAll(async () => {
  found = await report(SCALE);
});

test('there are at least forty generators, each with a name of its own', () => {
  const names = found.growths.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(40);
});

describe('processor time', () => {
  test('grows in proportion to the input at most', () => {
    expect(found.growths.filter(({ isBounded }) => !isBounded)).toEqual([]);
  });
});

describe('memory', () => {
  test('of inputs that could ask for the square of their size is bounded', () => {
    expect(found.peaks.length).toBeGreaterThan(2);
    expect(found.peaks.filter(({ megabytes }) => megabytes > MOST_MEGABYTES)).toEqual([]);
  });
});
