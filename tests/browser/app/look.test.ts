/** Columns, the balance of the panel, steps before the model, and the sheet. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit } from '../visit.js';
import { chooseFile, openWriting } from './first-estimate.js';

const visits = visit();
let page: Page;
beforeAll(async () => {
  page = await openWriting(visits, { viewport: { width: 1280, height: 900 } });
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.getByRole('region', { name: 'Columns', exact: true }).waitFor();
}, 900_000);
afterAll(() => page.close());

test('columns are searched, and show their statistics on demand', async () => {
  const columns = page.getByRole('region', { name: 'Columns', exact: true });
  await page.getByLabel('Search names and labels').fill('W');
  await page.getByText('1 columns found').waitFor();
  await columns.getByRole('button', { name: 'w', exact: true }).click();
  await columns.getByText('Median').waitFor();
  const all = (await columns.getByRole('definition').allTextContents()).join(' ');
  expect(all).toMatch(/^1,031 0 /);
  await page.getByLabel('Search names and labels').fill('');
});

test('the balance of the panel is a picture and a sentence', async () => {
  const balance = page.getByRole('region', { name: 'Balance of the panel' });
  await balance.getByText('140 units in 9 periods, 1976 to 1984.').waitFor();
  await balance.getByText('a unit has 7 to 9 periods').waitFor();
  await balance.getByRole('img', { name: /^Rows by id/ }).waitFor();
});

test('the sheet is a grid that keys move in and sort', async () => {
  const grid = page.getByRole('grid', { name: 'Sheet' });
  expect(await grid.getAttribute('aria-rowcount')).toBe('1032');
  await grid.focus();
  const active = async () => {
    const id = await grid.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`).textContent();
  };
  await page.keyboard.press('Control+End');
  await page.getByRole('row', { name: /^1,031/ }).waitFor();
  await page.keyboard.press('Control+ArrowUp');
  await expect.poll(active).toBe('ys');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(active).toBe('year');
  await page.keyboard.press('Enter');
  await page
    .getByRole('columnheader', { name: 'year' })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor();
  await expect
    .poll(async () => (await grid.getByRole('gridcell').allTextContents()).slice(1, 2))
    .toEqual(['1976']);
});

test('a new column is built by a form, offered in the model and said with what is missing', async () => {
  await page.getByLabel('Name of the new column').fill('lk');
  await page.getByRole('textbox', { name: 'Expression of lk' }).fill('log(k)');
  await page.getByRole('button', { name: 'Add column' }).click();
  await page
    .getByText(/missing: log of 0 or a negative number/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Columns', exact: true }).getByText('built').waitFor();
  const unit = page.getByRole('combobox', { name: 'Unit', exact: true });
  await unit.fill('lk');
  await page.getByRole('listbox', { name: 'Unit' }).getByRole('option', { name: 'lk' }).waitFor();
  await unit.press('Escape');
});

test('a filter says how many rows it keeps, and what is wrong with it', async () => {
  await page.getByLabel('Keep rows where').fill('year >= 1978');
  await page.getByText('813 of 1,031 rows are kept.').waitFor();
  const form = page.getByRole('form', { name: 'Add condition' });
  await form.getByLabel('Column').selectOption('ind');
  await form.getByLabel('Is').selectOption('<');
  await form.getByLabel('Value').fill('5');
  await form.getByRole('button', { name: 'Add condition' }).click();
  expect(await page.getByLabel('Keep rows where').inputValue()).toBe('year >= 1978 && ind < 5');
  await page.getByLabel('Keep rows where').fill('yaer >= 1978');
  await page.getByRole('alert').filter({ hasText: 'yaer' }).first().waitFor();
  await page.getByLabel('Keep rows where').fill('');
});

test('a sheet of very many rows asks only for those in view', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `${i + 1},${(i * 7) % 11}`);
  await chooseFile(page, 'long.csv', Buffer.from(`x,y\n${rows.join('\n')}\n`));
  const grid = page.getByRole('grid', { name: 'Sheet' });
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('200001');
  await grid.focus();
  await page.keyboard.press('Control+End');
  await page.getByRole('row', { name: /^200,000/ }).waitFor();
  await page.keyboard.press('PageUp');
  expect(await grid.getByRole('row').count()).toBeLessThan(40);
});
