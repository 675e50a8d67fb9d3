/** Visits without a network, and the kept copy of the page when a new build is published. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChrome } from '../chrome.js';
import { serve, type Server } from '../server.js';
import { address, firstNumber } from './first-estimate.js';

const dist = new URL('../../../dist/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, dist), 'utf8');

let browser: Browser;
let server: Server;
let profile: BrowserContext;
let page: Page;
/** What the server sends instead of the files of the build. */
let published: Record<string, string> = {};

beforeAll(async () => {
  browser = await launchChrome();
}, 900_000);
afterAll(() => browser?.close());

/** A page of the build that its service worker has kept. */
beforeEach(async () => {
  published = {};
  server = await serve(published);
  profile = await browser.newContext();
  page = await profile.newPage();
  await page.goto(server.origin + address);
  await firstNumber(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
});
afterEach(async () => {
  await profile.close();
  await server.close();
});

test('the page estimates, bootstraps in workers and reads its paper without a server', async () => {
  await page.close();
  const { origin } = server;
  await server.close();
  page = await profile.newPage();
  let workers = 0;
  page.on('worker', () => workers++);
  await page.goto(origin + address);
  await firstNumber(page);
  await page.getByRole('heading', { name: /^Digital government and/ }).waitFor();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByRole('tab', { name: 'Bootstrap', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('1,000 replicates, 0 failed').waitFor();
  // That of the page, and those of the bootstrap, which end soon after it.
  expect(workers).toBeGreaterThan(1);
});

/** A build that differs from the present one by the title of its page. */
function newBuild(): Record<string, string> {
  const html = text('web/index.html').replace('<title>', '<title>new ');
  const list = JSON.parse(text('web/files.json')) as { version: string; files: string[] };
  const hash = createHash('sha256');
  for (const file of list.files)
    hash.update(file).update(file === 'web/index.html' ? html : readFileSync(new URL(file, dist)));
  const version = hash.digest('hex').slice(0, 16);
  return {
    '/web/index.html': html,
    '/web/files.json': JSON.stringify({ ...list, version }),
    '/service-worker.js': text('service-worker.js').replaceAll(list.version, version),
  };
}

const update = () =>
  page.evaluate(async () => {
    const found = await navigator.serviceWorker.ready;
    const updated = await found.update();
    const { installing } = updated;
    await new Promise<void>((resolve) => {
      if (installing === null) resolve();
      else installing.onstatechange = () => installing.state !== 'installing' && resolve();
    });
    return updated.waiting?.state;
  });

test('a new build replaces the kept one as a whole, and a mixture of both never', async () => {
  await page.reload();
  await firstNumber(page);
  const { '/web/index.html': html, ...rest } = newBuild();
  Object.assign(published, rest);
  expect(await update()).toBeUndefined();
  await page.reload();
  expect(await page.title()).toBe('wasmetrics');
  published['/web/index.html'] = html!;
  expect(await update()).toBe('installed');
  await page.reload();
  expect(await page.title()).toBe('wasmetrics');
  const { origin } = server;
  await page.close();
  page = await profile.newPage();
  await page.goto(origin + address);
  await expect.poll(() => page.title()).toBe('new wasmetrics');
  await firstNumber(page);
});
