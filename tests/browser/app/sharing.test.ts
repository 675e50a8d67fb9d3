/** A link to the work: opened in a fresh profile, with its data or the name of their file; damaged links. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { address, chooseFile, openApp, openWriting } from './first-estimate.js';

const visits = visit();
const rows =
  'firm,year,a,b\n1,2001,1,3\n1,2002,2,1\n2,2001,3,2\n2,2002,1,5\n3,2001,4,4\n3,2002,2,2\n';

async function linkOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByLabel('Link to this work');
  await expect.poll(() => field.inputValue()).toContain('#work1=');
  const link = await field.inputValue();
  await page.getByRole('button', { name: 'Close' }).click();
  return link.slice(link.indexOf('#'));
}

test('a link to a model of the example opens in a fresh profile, and is sent to no server', async () => {
  const page = await openWriting(visits, {});
  await page
    .getByRole('button', { name: /^Remove w/ })
    .first()
    .click();
  await page.getByRole('rowheader', { name: 'w', exact: true }).waitFor({ state: 'detached' });
  const fragment = await linkOf(page);
  const estimate = await page
    .getByRole('row', { name: /^L1\.n/ })
    .first()
    .textContent();
  await page.close();

  const other = await visits.open(address, {});
  const requests: string[] = [];
  other.on('request', (request) => requests.push(request.url()));
  const link = other.url() + fragment;
  await other.goto('about:blank');
  await other.goto(link);
  await other.getByRole('rowheader', { name: 'L1.n' }).first().waitFor();
  expect(
    await other
      .getByRole('row', { name: /^L1\.n/ })
      .first()
      .textContent(),
  ).toBe(estimate);
  expect(await other.getByRole('rowheader', { name: 'w', exact: true }).count()).toBe(0);
  expect(requests.filter((url) => url.includes(fragment.slice(1, 40)))).toEqual([]);
  await other.close();
});

test('a link to a model of own data asks for the file, and says if another one is brought', async () => {
  const page = await openWriting(visits, {});
  await chooseFile(page, 'own.csv', Buffer.from(rows));
  await page.getByText(/own\.csv.*rows/).waitFor();
  const fragment = await linkOf(page);
  await page.close();

  const other = await visits.open(address + fragment, {});
  await other.getByText('This work needs the file own.csv. Open it').waitFor();
  await chooseFile(other, 'own.csv', Buffer.from(rows.replace('3,2002,2,2', '3,2002,9,2')));
  await other.getByText(/own\.csv differs from the file that the work was made with/).waitFor();
  await other.close();

  const third = await visits.open(address + fragment, {});
  await third.getByText('This work needs the file own.csv. Open it').waitFor();
  await chooseFile(third, 'renamed.csv', Buffer.from(rows));
  await third.getByText(/renamed\.csv.*6 rows/).waitFor();
  expect(await third.getByText(/differs from the file/).count()).toBe(0);
  await third.close();
});

test('a damaged link and one of a newer version are said, and the example is there', async () => {
  for (const [fragment, said] of [
    ['#work1=AAAA', 'The link is damaged'],
    ['#work2=AAAA', 'The link is of a newer version'],
  ] as const) {
    const page = await visits.open(address + fragment, {});
    await page.getByText(said).waitFor();
    await page.getByRole('rowheader', { name: 'L1.n' }).first().waitFor();
    await page.close();
  }
});

test('an unchanged page is shared by its address alone', async () => {
  const page = await openApp(visits, {});
  await page.getByRole('button', { name: 'Share' }).click();
  await expect
    .poll(() => page.getByLabel('Link to this work').inputValue())
    .toMatch(/\/web\/index\.html$/);
  await page.close();
});

const study = `study: 1
title: A small study
data: own.csv
tables:
  T1:
    models:
      - { estimator: ols, formula: a ~ b }
`;

test('a link to a study of own data has the study file, and asks for its data', async () => {
  const page = await openApp(visits, {});
  await page.getByRole('heading', { name: /Digital government/, level: 2 }).waitFor();
  await page.getByLabel('Open a study').setInputFiles([
    { name: 'paper.yaml', mimeType: '', buffer: Buffer.from(study) },
    { name: 'own.csv', mimeType: '', buffer: Buffer.from(rows) },
  ]);
  await page.getByRole('heading', { name: 'A small study' }).waitFor();
  const fragment = await linkOf(page);
  await page.close();

  const other = await visits.open(address + fragment, {});
  await other.getByText('This work needs the file own.csv. Open it').waitFor();
  await other.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'own.csv'));
    document
      .querySelector('h1')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, rows);
  await other.getByRole('heading', { name: 'A small study' }).waitFor();
  expect(await other.getByText(/differs from the file/).count()).toBe(0);
  await expect
    .poll(async () => {
      await other.keyboard.press('Escape');
      await other.getByRole('button', { name: 'Kept work' }).click();
      await other.getByText('This browser keeps').waitFor();
      return other.getByText('open here').count();
    })
    .toBe(1);
  await other.reload();
  await other.getByRole('heading', { name: 'A small study' }).waitFor();
  await other.close();
});

test('a link to the paper of the page has the choices of its reader', async () => {
  const page = await openApp(visits, {});
  await page.getByRole('heading', { name: /Digital government/, level: 2 }).waitFor();
  const choice = (of: Page) =>
    of.getByRole('region', { name: 'The choices of this paper' }).getByRole('combobox').first();
  await choice(page).selectOption({ index: 2 });
  const chosen = await choice(page).inputValue();
  const fragment = await linkOf(page);
  await page.close();
  const other = await visits.open(address + fragment, {});
  await expect.poll(() => choice(other).inputValue()).toBe(chosen);
  await other.close();
});
