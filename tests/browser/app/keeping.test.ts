/** Work that the browser keeps: after a reload, in two tabs, and where there is no room. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { chooseFile, openWriting } from './first-estimate.js';

const visits = visit();
const rows =
  'firm,year,a,b\n1,2001,1,3\n1,2002,2,1\n2,2001,3,2\n2,2002,1,5\n3,2001,4,4\n3,2002,2,2\n';
const opened = (page: Page, name: string) => page.getByText(new RegExp(`${name}.*rows`)).waitFor();
/** The formula, as the share dialog and the model have it. */
const formula = (page: Page) => page.getByLabel('Formula', { exact: true }).inputValue();

/** Waits until the browser has written the text of the model. */
async function isTextKept(page: Page, text: string): Promise<void> {
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('wasmetrics');
          opening.onerror = () => reject(opening.error!);
          opening.onsuccess = () => {
            const works = opening.result.transaction('works').objectStore('works').getAll();
            works.onsuccess = () => resolve(JSON.stringify(works.result));
          };
        }),
    );
  await expect.poll(kept).toContain(text);
}

/** Waits until the browser has written the work. */
async function isKept(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Kept work' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kept work' });
  await dialog.getByRole('button', { name: 'Close' }).waitFor();
  await expect
    .poll(async () => {
      if ((await dialog.getByText(name).count()) > 0) return true;
      await dialog.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Kept work' }).click();
      return false;
    })
    .toBe(true);
  await dialog.getByRole('button', { name: 'Close' }).click();
}

test('data, model and the comments of its text are there again after a reload', async () => {
  const page = await openWriting(visits, {});
  await chooseFile(page, 'own.csv', Buffer.from(rows));
  await opened(page, 'own.csv');
  const text = page.getByRole('textbox', { name: 'Text of the model' });
  const openText = () => page.getByRole('tab', { name: 'Text', exact: true }).click();
  await openText();
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# why these regressors');
  const written = await formula(page);
  await isTextKept(page, '# why these regressors');
  await page.reload();
  await opened(page, 'own.csv');
  expect(await formula(page)).toBe(written);
  await openText();
  await text.getByText('# why these regressors').waitFor();
  await page.close();
});

test('a second tab begins with work of its own, and does not overwrite that of the first', async () => {
  const page = await openWriting(visits, {});
  await chooseFile(page, 'first.csv', Buffer.from(rows));
  await isKept(page, 'first.csv');
  const tab = page.context().waitForEvent('page');
  await page.evaluate(() => void window.open(location.href, '_blank', 'noopener'));
  const second = await tab;
  await second.getByRole('rowheader', { name: 'L1.n' }).first().waitFor();
  await second.getByRole('button', { name: 'Write', exact: true }).click();
  await chooseFile(second, 'second.csv', Buffer.from(rows));
  await isKept(second, 'second.csv');
  await second.getByRole('button', { name: 'Kept work' }).click();
  await second.getByText('open in another tab').waitFor();
  await page.reload();
  await opened(page, 'first.csv');
  await second.reload();
  await opened(second, 'second.csv');
  await page.close();
  await second.close();
});

test('without room for the file the model is kept, and the page says so', async () => {
  const page = await openWriting(visits, {});
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
  const many = `${rows}${'4,2001,5,1\n'.repeat(200_000)}`;
  await chooseFile(page, 'large.csv', Buffer.from(many));
  await opened(page, 'large.csv');
  await page.getByRole('alert').filter({ hasText: 'has no room' }).waitFor();
  await isKept(page, 'large.csv');
  await page.reload();
  await page.getByText('This work needs the file large.csv. Open it').waitFor();
  expect(await formula(page)).toBe('firm ~ a');
  await page.close();
});

test('work is deleted and left for new work', async () => {
  const page = await openWriting(visits, {});
  await chooseFile(page, 'secret.csv', Buffer.from(rows));
  await isKept(page, 'secret.csv');
  await page.getByRole('button', { name: 'Kept work' }).click();
  await page.getByRole('button', { name: 'Delete secret.csv' }).click();
  await opened(page, 'abdata.csv');
  await page.getByRole('button', { name: 'Kept work' }).click();
  await page.getByText('This browser keeps').waitFor();
  await expect.poll(() => page.getByText('secret.csv').count()).toBe(0);
  await page.close();
});
