/** The pages of `examples/`, from a plain file server of the checkout. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder, type Site } from '../hosts/serve-folder.js';
import { launchChrome } from './chrome.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wage = /^w +-0\.273 +0\.127 /m;

let browser: Browser;
let site: Site;
const sites: Site[] = [];

beforeAll(async () => {
  browser = await launchChrome();
  site = await serveFolder(root);
  sites.push(site);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  for (const each of sites) await each.close();
});

/** Opens a page, lets the test act, and returns the text of its result when the title says that it is there. */
async function resultOf(url: string, act: (page: Page) => Promise<void> = async () => {}) {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  await act(page);
  await page.waitForFunction(() => document.title === 'done');
  const text = await page.locator('#result').textContent();
  await page.close();
  expect(problems).toEqual([]);
  return text ?? '';
}

test('page/ bootstraps a system GMM', async () => {
  const text = await resultOf(`${site.origin}examples/page/`);
  expect(text).toContain('System GMM, two-step');
  expect(text).toContain('percentile');
});

test('elements/ shows a model and a table, from the files of the checkout', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}examples/elements/`);
  const row = page.locator('wasmetrics-model').getByRole('row', { name: /^L1\.n 0\.945/ });
  await row.filter({ hasText: '0.665 – 1.226' }).waitFor();
  await page.locator('wasmetrics-table').getByRole('table').waitFor();
  await page.close();
});

test('worker/ estimates in its own worker, and shows what is wrong with a formula', async () => {
  expect(await resultOf(`${site.origin}examples/worker/`)).toMatch(wage);
  const page = await browser.newPage();
  await page.goto(`${site.origin}examples/worker/`);
  await page.fill('#formula', 'n ~ wages');
  await page.locator('#formula').press('Enter');
  await page.waitForFunction(() =>
    document.querySelector('#result')?.textContent?.includes('wages'),
  );
  await page.close();
});

test('vite/ is bundled and reads the chosen file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-vite-'));
  try {
    cpSync(join(root, 'examples/vite'), folder, { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/wasmetrics'));
    await build({ root: folder, logLevel: 'error' });
    const built = await serveFolder(join(folder, 'dist'));
    sites.push(built);
    const text = await resultOf(built.origin, (page) =>
      page.setInputFiles('#file', join(root, 'examples/abdata.csv')),
    );
    expect(text).toContain('Ordinary least squares');
    expect(text).toMatch(/^w +-0\.273 /m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
