import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { workplace, type Workplace } from './run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

const many = (length: number, text: (i: number) => string) =>
  Array.from({ length }, (_, i) => text(i));

async function fit(text: string) {
  const { status, stderr } = await place.wasmetrics(['fit', place.file('m.yaml', text)]);
  return [status, stderr.split('\n')[0]];
}

describe('a model file is refused', () => {
  it.each([
    [
      'level: &l [*l]\n',
      '1:12: expected a value, found the alias *l inside the list that it names',
    ],
    [
      'a: &a { b: *a }\n',
      '1:12: expected a value, found the alias *a inside the map that it names',
    ],
    ['? [a, b]\n: 1\n', '1:3: expected text as a key, found [a, b]'],
    ['a: 1\n1: 2\n', '2:1: expected text as a key, found 1; write it in quotes'],
    ['null: 2\n', '1:1: expected text as a key, found null; write it in quotes'],
    ['level: 0.9\nlevel: 0.8\n', '2:1: expected each key once, found "level" twice'],
    ['a: *b\n', '1:4: expected the name of an anchor above, found *b'],
  ])('%j', async (text, message) => {
    const warned = vi.spyOn(process, 'emitWarning');
    const [status, line] = await fit(text);
    expect(status).toBe(3);
    expect(line).toContain(`wasmetrics: m.yaml:${message}`);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('with more than 100 aliases', async () => {
    const anchors = many(50_000, (i) => `&a${i} x`).join(', ');
    const aliases = many(50_000, (i) => `*a${i}`).join(', ');
    expect(await fit(`a: [${anchors}]\nb: [${aliases}]\n`)).toEqual([
      3,
      'wasmetrics: m.yaml: expected at most 100 aliases, found 50000; write the values out',
    ]);
  });

  it('for an unknown key among 20,000', async () => {
    const [status] = await fit(many(20_000, (i) => `key${i}: 1`).join('\n'));
    expect(status).toBe(3);
  });
});

it('aliases and text that starts with a star are read', async () => {
  const [status, line] = await fit('estimator: &e nothing\nformula: *e\nwhere: "*x"\n');
  expect(status).toBe(3);
  expect(line).toMatch(/there is no estimator .*nothing/);
});

it('a data file that is too large is refused with its size and the bound', async () => {
  const name = place.file('large.csv', 'y,x\n1,2\n');
  truncateSync(join(place.folder, name), 600 * 2 ** 20);
  const { status, stderr } = await place.wasmetrics(['ols', name, 'y ~ x | x']);
  expect(status).toBe(3);
  expect(stderr).toMatch(
    /^wasmetrics: large.csv: expected at most \d+ bytes for absorbing effects, .* found 629145600; keep /,
  );
});
