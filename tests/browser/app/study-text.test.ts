/** The text of a study: the claims follow it, its faults are underlined, and a step back takes a change back. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { address, firstNumber } from './first-estimate.js';

const visits = visit();

/** Letters that are typed with pauses, as on a busy machine, are several steps. */
const undoUntilGone = (page: Page, shown: Locator) =>
  expect
    .poll(async () => {
      await page.keyboard.press('Control+z');
      return shown.count();
    })
    .toBe(0);

test('a study is written in the page: completion, faults, claims that follow, and a step back', async () => {
  const page = await visits.open(address, {});
  await firstNumber(page);
  const claims = page.getByRole('region', { name: 'Claims of the paper' });
  await claims.getByRole('article').first().waitFor();
  const before = await claims.getByRole('article').count();
  await page.getByText('Text of the study', { exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'Text of the study' });
  await editor.click();
  await page.keyboard.press('Control+End');

  await page.keyboard.type('langu');
  await page.getByRole('listbox', { name: 'Completions' }).waitFor();
  await page.keyboard.press('Escape');
  const faults = page.locator('.text-faults li');
  await faults.first().waitFor();
  await page.locator('.cm-lintRange-error').first().waitFor();
  await undoUntilGone(page, faults);

  const title = page.getByRole('heading', { name: 'Another title' });
  const line = page.locator('.cm-line', { hasText: /^title:/ });
  await page.keyboard.press('Control+Home');
  await line.click();
  await page.keyboard.press('Home');
  for (const key of ['Shift+End', 'Delete']) await page.keyboard.press(key);
  await page.keyboard.type('title: Another title');
  await title.waitFor();
  expect(await claims.getByRole('article').count()).toBe(before);
  await editor.click();
  await undoUntilGone(page, title);
  await page.close();
});
