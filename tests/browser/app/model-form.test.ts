/** The model as a form: search, estimators, and what is wrong at the control that says it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { chooseFile, openWriting } from './first-estimate.js';

const visits = visit();
const formula = (page: Page) => page.getByRole('textbox', { name: 'Formula' });
const value = (page: Page) => formula(page).inputValue();
const search = (page: Page, list: string) =>
  page.getByRole('combobox', { name: `Add to ${list}`, exact: true });
const window = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const estimator = (page: Page) => page.getByRole('combobox', { name: 'Estimator', exact: true });

test('a search finds a column and its lag, and the keys alone put it into the formula', async () => {
  const page = await openWriting(visits, {});
  await search(page, 'regressors').fill('ys');
  await page.getByRole('option', { name: 'L2.ys', exact: true }).waitFor();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => value(page)).toBe('n ~ L.n + L2.n + w + k + L2.ys');
  await page.getByRole('rowheader', { name: 'L2.ys' }).waitFor();
  await page.getByRole('button', { name: 'Change L2.ys' }).click();
  await page.keyboard.type('log(ys');
  await page.keyboard.press('Enter');
  await expect.poll(() => value(page)).toBe('n ~ L.n + L2.n + w + k + log(ys)');
  // In the empty search the key takes the last term away.
  await page.keyboard.press('Backspace');
  await expect.poll(() => value(page)).toBe('n ~ L.n + L2.n + w + k');
  await page.close();
});

test('another estimator keeps what both have, and the rest comes back with the first', async () => {
  const page = await openWriting(visits, {});
  await page.getByRole('checkbox', { name: 'Collapse', exact: true }).first().check();
  await estimator(page).selectOption('panel');
  await page.getByRole('heading', { name: 'Fixed effects (within)' }).waitFor();
  expect(await value(page)).toBe('n ~ L.n + L2.n + w + k');
  expect(await page.getByRole('slider').count()).toBe(0);
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('HC3');
  await estimator(page).selectOption('dpd');
  await page.getByRole('heading', { name: /^System GMM/ }).waitFor();
  const collapse = page.getByRole('checkbox', { name: 'Collapse', exact: true });
  expect([await collapse.nth(0).isChecked(), await collapse.nth(1).isChecked()]).toEqual([
    true,
    false,
  ]);
  expect(await page.getByRole('combobox', { name: 'Kind', exact: true }).inputValue()).toBe('');
  await page.close();
});

test('a column that the data lack is said at its list, and a button takes the one that was meant', async () => {
  const page = await openWriting(visits, {});
  await formula(page).fill('n ~ L.n + L2.n + w + kk');
  const list = page.getByRole('group', { name: 'Regressors' });
  await list.getByText('unknown column "kk" (did you mean "k"?)').waitFor();
  expect(await search(page, 'regressors').getAttribute('aria-invalid')).toBe('true');
  await list.getByRole('button', { name: 'Use k' }).click();
  await expect.poll(() => value(page)).toBe('n ~ L.n + L2.n + w + k');
  await expect.poll(() => search(page, 'regressors').getAttribute('aria-invalid')).toBe('false');
  await page.close();
});

test('a failure of a key is said at its control, also in the card of the data', async () => {
  const page = await openWriting(visits, {});
  await page.getByRole('textbox', { name: 'Rows that enter' }).fill('yeer > 1980');
  const where = page.getByRole('textbox', { name: 'Rows that enter' });
  await expect.poll(() => where.getAttribute('aria-invalid')).toBe('true');
  const id = await where.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${id}"]`).innerText()).toContain('unknown column "yeer"');
  await where.fill('year > 1977');
  await expect.poll(() => where.getAttribute('aria-invalid')).toBe('false');
  const unit = page.getByRole('combobox', { name: 'Unit', exact: true });
  await unit.fill('idd');
  await unit.press('Tab');
  await page.getByText('panel.unit: unknown column "idd"').first().waitFor();
  await page.getByRole('button', { name: 'Use id', exact: true }).click();
  await expect.poll(() => unit.inputValue()).toBe('id');
  await page.close();
});

test('too many instruments and autocorrelation are said at the windows, with their ways out', async () => {
  const page = await openWriting(visits, {});
  const instruments = page.getByRole('group', { name: 'GMM-style instruments' });
  await window(page, 'w').getByRole('slider', { name: 'First lag of w' }).press('Home');
  await window(page, 'w').getByRole('slider', { name: 'Last lag of w' }).press('End');
  await window(page, 'n').getByRole('slider', { name: 'Last lag of n' }).press('End');
  await instruments.getByText(/instruments for 140 units/).waitFor();
  const collapse = instruments.getByRole('button', { name: /^Collapse: \d+ instruments/ });
  await collapse.click();
  await expect
    .poll(() => page.getByRole('checkbox', { name: 'Collapse' }).nth(1).isChecked())
    .toBe(true);
  await expect.poll(() => collapse.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await collapse.waitFor();
  await page.close();
  const again = await openWriting(visits, {});
  await formula(again).fill('n ~ L.n + log(w)');
  await again.getByRole('button', { name: 'Start the lags of n at 3' }).click();
  await again.getByText('lags 3 to 4').waitFor();
  await again.close();
});

test('keys without a place of their own are found by their name, with what they mean', async () => {
  const page = await openWriting(visits, {});
  await page.getByText('More options').click();
  await page.getByRole('searchbox', { name: 'Find an option' }).fill('confidence');
  const level = page.getByRole('textbox', { name: 'Confidence level' });
  await level.fill('0.');
  await level.press('9');
  await page.getByRole('columnheader', { name: /^90 %/ }).waitFor();
  await page.getByRole('button', { name: 'What is Confidence level?' }).click();
  await page.getByText('Level of confidence intervals; default 0.95.').waitFor();
  await page.close();
});

test('entries of instruments are added and removed, and names with markup show as text', async () => {
  const page = await openWriting(visits, {});
  await page.getByRole('button', { name: 'Add to: GMM-style instruments' }).click();
  await expect.poll(() => page.getByRole('slider').count()).toBe(6);
  await page.getByRole('button', { name: 'Remove the entry w' }).click();
  await expect.poll(() => page.getByRole('slider').count()).toBe(4);
  const name = '<img src=x onerror=alert(1)>';
  await chooseFile(
    page,
    'own.csv',
    Buffer.from(`id,year,${name},y\n1,1,2,3\n2,1,4,1\n3,1,3,5\n4,1,1,1\n`),
  );
  await page.getByText(/own\.csv.*rows/).waitFor();
  await estimator(page).selectOption('ols');
  await formula(page).fill('y ~ 1');
  await search(page, 'regressors').fill('img');
  await page.getByRole('option', { name: `\`${name}\``, exact: true }).click();
  await page.getByRole('rowheader', { name }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  await page.close();
});
