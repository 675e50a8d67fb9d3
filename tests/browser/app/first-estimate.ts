/** The page once it shows the first estimate. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Visit } from '../visit.js';

export const address = '/web/index.html';

/** Opens the page and waits for the first number. */
export async function openApp({ open }: Visit, options?: BrowserContextOptions): Promise<Page> {
  const page = await open(address, options);
  await firstNumber(page);
  return page;
}

export async function firstNumber(page: Page): Promise<void> {
  await page.getByRole('rowheader', { name: 'L1.n' }).first().waitFor();
}

/** Opens the page where models are written. */
export async function openWriting(visit: Visit, options?: BrowserContextOptions): Promise<Page> {
  const page = await openApp(visit, options);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByRole('heading', { name: 'Model', exact: true }).waitFor();
  return page;
}

/** Chooses a file as a person does. */
export async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Open a file').setInputFiles({ name, mimeType: '', buffer });
}
