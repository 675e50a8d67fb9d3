/** Data files of all formats in the page. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visit } from './visit.js';

const { open } = visit();
let page: Page;
beforeEach(async () => {
  page = await open('/web/index.html');
  await page.getByText('abdata.csv: 1,031 rows').waitFor();
});
afterEach(() => page.close());

describe('the data of the page', () => {
  const text = (id: string) => page.locator(`#${id}`).textContent();

  const choose = async (folder: string, name: string) => {
    const url = new URL(`../golden/files/${folder}/${name}`, import.meta.url);
    await page.setInputFiles('#file', { name, mimeType: '', buffer: readFileSync(url) });
    await page.waitForFunction(
      (start) => document.querySelector('#data-summary')?.textContent?.startsWith(start),
      `${name}: `,
    );
  };

  test.each([
    ['dta', 'haven_v14.dta', []],
    ['parquet', 'duckdb_mixed_snappy.parquet', []],
    ['arrow', 'mixed_file.arrow', []],
    ['xlsx', 'dateformats_xlsxwriter.xlsx', ['#sheet', '#header']],
  ])('reads a file of the format %s with its options', async (folder, name, options) => {
    await choose(folder, name);
    expect(await text('error')).toBe('');
    for (const option of ['#encoding', '#decimal', '#sheet', '#header']) {
      expect(await page.isVisible(option)).toBe((options as string[]).includes(option));
    }
  });

  test('shows warnings about the data, and labels next to the names of columns', async () => {
    const buffer = Buffer.from('a;b\n1,5;NA\n2,5;1\n');
    await page.setInputFiles('#file', { name: 'comma.csv', mimeType: 'text/csv', buffer });
    await page.getByText('comma.csv: 2 rows').waitFor();
    const warnings = page.locator('#data-warnings li');
    expect(await warnings.allTextContents()).toEqual([
      '1 cell with "NA" in column "b" is missing',
      'column "a" is read with decimal commas, as in "1,5" in row 2; set decimal to say so',
    ]);
    await page.selectOption('#decimal', ',');
    await page.waitForFunction(() => document.querySelectorAll('#data-warnings li').length === 1);
  });

  test('shows the labels of a Stata file next to its columns', async () => {
    await choose('dta', 'foreign_v10.dta');
    expect(await text('data-summary')).toMatch(/, \w+ \([^)]+\)/);
  });

  test('loads the readers of other formats when one is needed', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await choose('dta', 'haven_v14.dta');
    expect(loaded.some((url) => /-[\w-]{8}\.js$/.test(url))).toBe(true);
  });
});
