/** What `npm run growth` measures ends with a value or a typed error; here without its times. */
import { expect, test } from 'vitest';
import { generators, refusals } from './generators/index.js';
import { outcomeOf } from './generator.js';

/** The share of the largest inputs that each generator reads at once. */
const SHARE = 1 / 32;

test('there are at least forty generators, each with a name of its own', () => {
  const names = new Set(generators.map(({ name }) => name));
  expect(names.size).toBe(generators.length);
  expect(names.size).toBeGreaterThanOrEqual(40);
});

test.each(generators.map((one) => [one.name, one] as const))(
  '%s: a small input ends with a value or a typed error',
  async (_, generator) => {
    const parts = Math.ceil(SHARE * generator.parts);
    expect(await outcomeOf(generator, parts)).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  },
);

test.each(Object.entries(refusals))(
  '%s: an input that asks for the square of its size is refused',
  async (name, code) => {
    const generator = generators.find((one) => one.name === name)!;
    expect(await outcomeOf(generator, generator.parts)).toBe(code);
  },
);
