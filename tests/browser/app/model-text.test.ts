/** The model as text: in step with the form, completed, its faults underlined, and within the policy of the page. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { openWriting } from './first-estimate.js';

const visits = visit();
const editor = (page: Page) => page.getByRole('textbox', { name: 'Text of the model' });
const lines = (page: Page) =>
  editor(page).evaluate((content) =>
    Array.from(content.querySelectorAll('.cm-line'), (line) => line.textContent),
  );

async function openText(): Promise<Page> {
  const page = await openWriting(visits, {});
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  await page.getByRole('tab', { name: 'Text' }).click();
  await editor(page).waitFor();
  return page;
}

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Takes an offer; the editor takes none within 75 ms after it appears. */
async function complete(page: Page, word: string): Promise<void> {
  const offers = page.getByRole('listbox', { name: 'Completions' });
  await offers.getByRole('option', { name: word, exact: true }).waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
}

test('text and form change each other, comments stay, and steps back are those of both', async () => {
  const page = await openText();
  expect(await lines(page)).toContain('  - {vars: [n], lags: [2, 4]}');
  await typeAtEnd(page, '\n# as in the paper\nvcov: robust  # not Windmeijer');
  const kind = page.getByRole('combobox', { name: 'Kind', exact: true });
  await expect.poll(() => kind.inputValue()).toBe('robust');
  await page.getByRole('slider', { name: 'Last lag of n' }).press('ArrowRight');
  await expect.poll(() => lines(page)).toContain('  - {vars: [n], lags: [2, 5]}');
  expect(await lines(page)).toContain('vcov: robust # not Windmeijer');
  expect(await lines(page)).toContain('# as in the paper');
  await kind.selectOption('unadjusted');
  await expect
    .poll(async () => (await lines(page)).join())
    .toMatch(/vcov: \{type: unadjusted\}|unadjusted/);
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await undo.click();
  await expect.poll(() => lines(page)).toContain('vcov: robust  # not Windmeijer');
  await editor(page).click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lines(page)).join()).not.toContain('as in the paper');
  await page.keyboard.press('Control+y');
  await expect.poll(() => lines(page)).toContain('# as in the paper');
  await page.close();
});

test('keys, words and columns are completed', async () => {
  const page = await openText();
  await typeAtEnd(page, '\nweig');
  await complete(page, 'weights');
  await page.keyboard.type('{type: fre');
  await complete(page, 'frequency');
  await page.keyboard.type(', column: ys');
  await complete(page, 'ys');
  await page.keyboard.type('}');
  expect((await lines(page)).join('\n')).toContain('weights: {type: frequency, column: ys}');
  await page.close();
});

test('faults of the text and of the model are underlined and said', async () => {
  const page = await openText();
  const kept = await page.getByRole('textbox', { name: 'Formula' }).inputValue();
  await typeAtEnd(page, '\nvcov: {type: windmeijer');
  await page
    .getByText(/^11:|^1[0-9]:\d+ /)
    .first()
    .waitFor();
  await page.getByText('Until the text has no such fault', { exact: false }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Formula' }).inputValue()).toBe(kept);
  await page.keyboard.type('}');
  await expect.poll(() => page.locator('.text-faults li').count()).toBe(0);
  await page.getByRole('textbox', { name: 'Formula' }).fill('n ~ L.n + L2.n + w + kk');
  await page.locator('.text-faults').getByText('unknown column "kk"', { exact: false }).waitFor();
  const underlined = editor(page).locator('.cm-lintRange-error');
  await expect.poll(() => underlined.allInnerTexts()).toEqual(['kk']);
  await page.close();
});

test('what a choice breaks is said at its control, and the buttons mend it', async () => {
  const page = await openText();
  const write = async (...texts: readonly string[]) => {
    await editor(page).click();
    for (const key of ['Control+a', 'Delete']) await page.keyboard.press(key);
    await page.keyboard.insertText(`${texts.join('\n')}\n`);
  };
  const warning = (text: string | RegExp) =>
    page.locator('form .warning, .model .warning').filter({ hasText: text });
  await write(
    'estimator: dpd',
    'panel: {unit: id, time: year}',
    'formula: n ~ L.n + w + k',
    'where: id <= 20',
    'system: true',
    'steps: 2',
    'gmm: [{vars: [n], lags: [2, null]}]',
    'iv: [{vars: [w, k]}]',
  );
  await warning('AR(2) is rejected')
    .getByRole('button', { name: 'Start the lags of n at 3' })
    .click();
  await expect.poll(() => lines(page)).toContain('gmm: [{vars: [n], lags: [3, null]}]');
  await warning(/instruments/)
    .getByRole('button', { name: /^Collapse: \d+ instruments$/ })
    .click();
  await expect
    .poll(() => lines(page))
    .toContain('gmm: [{vars: [n], lags: [3, null], collapse: true}]');
  await warning(/instruments/)
    .getByRole('button', { name: /^Collapse/ })
    .waitFor({ state: 'detached' });
  await write(
    'estimator: ols',
    'formula: n ~ w + k',
    'where: ind < 9',
    'vcov: {type: cluster, cluster: ind}',
  );
  await warning('8 clusters').getByRole('button', { name: 'Use CV3' }).click();
  await expect.poll(() => lines(page)).toContain('vcov: {type: CV3, cluster: ind}');
  await warning('8 clusters')
    .getByRole('button', { name: 'Use CV3' })
    .waitFor({ state: 'detached' });
  await page.close();
});
