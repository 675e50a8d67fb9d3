/** Data that a person opens: files, cells, the examples, and what is said about them. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { visit } from '../visit.js';
import { chooseFile, openWriting } from './first-estimate.js';

const visits = visit();
let page: Page;
beforeEach(async () => {
  page = await openWriting(visits, {});
});
afterEach(() => page.close());

const text = (rows: readonly string[]) => Buffer.from(`${rows.join('\n')}\n`);
const opened = (name: string) => page.getByText(new RegExp(`${name}.*rows`)).waitFor();
const keyOf = (name: string) => page.getByRole('combobox', { name, exact: true }).inputValue();

/** Provinces, years, output and investment, with Chinese names in the encoding of their country. */
const gb18030 =
  'yqG33SzE6rfdLLL6s/YszbbXygqxsb6pLDIwMDEsMyw1CrGxvqksMjAwMiw0LDYKyc+6oywyMDAxLDIsOArJz7qjLDIwMDIsNSw1CrnjtqvKoSwyMDAxLDksMQq547aryqEsMjAwMiw3LDMK';

test('warnings have buttons that read the file as they advise', async () => {
  await chooseFile(page, 'comma.csv', text(['a;b', '1,5;NA', '2,5;1', '3,5;4', '7,5;2']));
  await opened('comma.csv');
  const warnings = page.getByRole('list', { name: 'Warnings about the data' });
  await warnings.getByText('is read with decimal commas').waitFor();
  await page.getByRole('button', { name: 'Read with decimal: ,' }).click();
  await warnings.getByText('is read with decimal commas').waitFor({ state: 'detached' });
  expect(await warnings.getByRole('listitem').count()).toBe(1);
  await page.getByText('How the file is read').click();
  expect(await page.getByLabel('Decimal sign').inputValue()).toBe(',');
});

test('the likely encoding of a file is offered where it cannot be read', async () => {
  await chooseFile(page, 'chinese.csv', Buffer.from(gb18030, 'base64'));
  const alert = page.getByRole('alert').filter({ hasText: 'chinese.csv: expected utf-8' });
  await alert.getByText('abdata.csv is still open.').waitFor();
  await alert.getByRole('button', { name: 'Read with encoding: gb18030' }).click();
  await opened('chinese.csv');
  expect(await keyOf('Unit')).toBe('省份');
});

test('a file in place of the demo brings a model and the panel that its columns suggest', async () => {
  const rows = [1, 2, 3].flatMap((firm) =>
    [2001, 2002, 2003].map((year) => `${firm},${year},${(firm * year) % 7},${(firm + year) % 5}`),
  );
  await chooseFile(page, 'firms.csv', text(['firm,year,sales,wage', ...rows]));
  await opened('firms.csv');
  expect(await keyOf('Unit')).toBe('firm');
  expect(await keyOf('Time')).toBe('year');
  expect(await keyOf('Outcome')).toBe('sales');
  await page.getByRole('button', { name: 'Undo' }).click();
  await opened('abdata.csv');
  await page.getByRole('rowheader', { name: 'L1.n' }).waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await opened('firms.csv');
});

test('cells of a spreadsheet are pasted anywhere outside of fields', async () => {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a\tb\n1\t2\n2\t5\n3\t4\n4\t9\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await opened('pasted cells');
  await page.getByRole('button', { name: 'Paste cells' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste cells' });
  await dialog.getByRole('textbox').fill('x\ty\n1\t2\n2\t5\n3\t4\n');
  await dialog.getByRole('button', { name: 'Paste cells' }).click();
  await page.getByText('pasted cells 3 rows, 2 columns').waitFor();
});

test('a file is dropped anywhere on the page', async () => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a,b\n1,2\n2,5\n3,4\n4,4\n'], 'dropped.csv'));
    document
      .querySelector('h1')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await opened('dropped.csv');
});

test('the provinces come with a model of theirs', async () => {
  await page.getByLabel('Examples').selectOption('Services in synthetic provinces');
  await opened('provinces.csv');
  await page.getByRole('rowheader', { name: 'L1.Level' }).waitFor();
});
