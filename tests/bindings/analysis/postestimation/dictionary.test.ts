/** The dictionary of names has each key of a fit and of its tests, and no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { objectAt, resultKinds } from '../../../../bindings/results/shape-text.js';

const page = readFileSync(
  new URL('../../../../docs/reference/result-names.md', import.meta.url),
  'utf8',
);

/** Names in backquotes in the first cells of the table below a heading. */
function documented(heading: string): string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const lines = section.split('\n## ')[0]!.split('\n');
  const rows = lines.filter((line) => /^\| `/.test(line));
  return rows.flatMap((line) =>
    [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  );
}

const keysOf = (number: number) =>
  Object.keys(objectAt(number)).map((key) => key.replace(/\?$/, ''));
const { object: place } = resultKinds()['fit'] as { readonly object: number };
const fit = objectAt(place);

describe('the dictionary of names', () => {
  test('has each key of a fit once', () => {
    expect(documented('A fit').sort()).toEqual(keysOf(place).sort());
  });

  test('has each test once', () => {
    const tests = (fit['tests'] as { readonly object: number }).object;
    expect(documented('Tests').sort()).toEqual(keysOf(tests).sort());
  });

  test('gives each row a cell for each program', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    const widths = rows.map((line) => line.split('|').length - 2);
    expect(new Set(widths)).toEqual(new Set([6, 4]));
  });
});
