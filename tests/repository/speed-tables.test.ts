/** The tables of docs/explanation/speed.md are those of the saved benchmarks. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { speedChart } from '../../bench/report/tables.js';
import { speedPage } from '../../bench/report/write.js';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it('npm run bench:report would change neither the page of speeds nor its chart', async () => {
  const page = read('docs/explanation/speed.md');
  expect(await speedPage(page)).toBe(page);
  expect(speedChart()).toBe(read('docs/speed.svg'));
});
