/** The page for users of other programs names keys and options that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tableSchemas } from '../../bindings/paper/tables/paper/spec.js';

const page = readFileSync('docs/how-to/tables-from-other-programs.md', 'utf8');
const options = readFileSync('cli/output/table.ts', 'utf8');

/** The last cell of each row of the tables of keys. */
const cells = page
  .slice(0, page.indexOf('## Other tables'))
  .split('\n')
  .filter((line) => /^\| (?!to …|-)/.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .at(-2)!
      .trim(),
  );

test('each key of a table has a place on the page', () => {
  const named = cells.map((cell) => /^`(\w+):/.exec(cell)?.[1]).filter((key) => key !== undefined);
  expect([...new Set(named)].filter((key) => !Object.hasOwn(tableSchemas, key))).toEqual([]);
  expect(Object.keys(tableSchemas).filter((key) => !named.includes(key))).toEqual([]);
});

test('each option of the page exists', () => {
  const named = cells.flatMap((cell) => [...cell.matchAll(/`--([\w-]+)`/g)].map(([, one]) => one!));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((one) => !options.includes(`--${one}`))).toEqual([]);
});
