/** The page from the command line: served to this machine, and as one file from a disk. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChrome } from '../chrome.js';
import { chooseFile, firstNumber } from './first-estimate.js';

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const example = (name: string) =>
  fileURLToPath(new URL(`../../../examples/provinces/${name}`, import.meta.url));
const [paper, provinces] = [example('paper.yaml'), example('provinces.csv')];
const folder = mkdtempSync(join(tmpdir(), 'app-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChrome();
}, 900_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** A page, and every address that it requests. */
async function recorded(): Promise<{ readonly page: Page; readonly requests: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (one) => requests.push(one.url()));
  return { page, requests };
}

async function bootstraps(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByRole('tab', { name: 'Bootstrap', exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Replicates', exact: true }).fill('50000');
  await page.getByRole('spinbutton', { name: 'Workers', exact: true }).fill('2');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('50,000 replicates, 0 failed').waitFor();
}

const app = (...args: string[]) => spawn(process.execPath, [main, 'app', ...args]);

async function addressOf(server: ChildProcess): Promise<string> {
  const [printed] = (await once(server.stdout!, 'data')) as [Buffer];
  return (JSON.parse(String(printed)) as { url: string }).url;
}

const statusOf = (url: string, options: RequestOptions) =>
  new Promise<number>((resolve, reject) => {
    const { port, pathname } = new URL(url);
    request({ host: '127.0.0.1', port, path: pathname, ...options }, (answer) =>
      resolve(answer.resume().statusCode!),
    )
      .on('error', reject)
      .end();
  });

test('a given study opens with its data, other requests are refused, and Ctrl-C ends the server', async () => {
  const server = app(paper, provinces, '--no-open', '--json');
  const url = await addressOf(server);
  const { pathname, origin } = new URL(url);
  expect(await statusOf(url, {})).toBe(200);
  expect(await statusOf(url, { headers: { host: 'elsewhere.example' } })).toBe(403);
  expect(await statusOf(url, { method: 'POST' })).toBe(405);
  for (const path of [
    '/',
    '/web/',
    `${pathname}..`,
    `${pathname}../`,
    `${pathname}%2e%2e/package.json`,
    `${pathname}../../package.json`,
    `${pathname}opened/`,
    `${pathname}opened/1/../2/provinces.csv`,
  ])
    expect([path, await statusOf(url, { path })]).toEqual([path, 404]);
  const { page, requests } = await recorded();
  await page.goto(url);
  await page.getByRole('heading', { name: /^Digital government and/ }).waitFor();
  expect(requests.some((one) => one.endsWith('/provinces.csv'))).toBe(true);
  await page.getByText('H1', { exact: true }).first().waitFor();
  expect(requests.filter((one) => !one.startsWith(origin) && !/^(data|blob):/.test(one))).toEqual(
    [],
  );
  await page.close();
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  expect((await ended)[1]).toBeNull();
});

test('files that were not given are not opened, whatever a study or a model names', async () => {
  const secret = join(folder, 'secret.csv');
  writeFileSync(secret, 'y,x\n1,2\n');
  for (const [name, text] of [
    [
      'study.yaml',
      `data: ${secret}\ntables: { T1: { models: [{ estimator: ols, formula: y ~ x }] } }`,
    ],
    ['model.yaml', `data: ${secret}\nestimator: ols\nformula: y ~ x`],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, text);
    const run = app(file, '--save', join(folder, 'copy.html'));
    const [said] = (await once(run.stderr, 'data')) as [Buffer];
    expect(String(said)).toContain(`${name} names secret.csv, which is not among the files`);
    expect(existsSync(join(folder, 'copy.html'))).toBe(false);
  }
});

test('one file from a disk estimates and bootstraps in workers, asks for nothing, and shows names as text', async () => {
  const file = join(folder, 'page.html');
  expect((await once(app('--save', file), 'exit'))[0]).toBe(0);
  const { page, requests } = await recorded();
  const address = pathToFileURL(file).href;
  let workers = 0;
  page.on('worker', () => workers++);
  await page.goto(address);
  await firstNumber(page);
  await bootstraps(page);
  // That of the page, and two of the bootstrap.
  expect(workers).toBe(3);
  const name = '<img src=x onerror=alert(1)>';
  await chooseFile(page, 'own.csv', Buffer.from(`y,${name}\n1,2\n2,5\n3,4\n4,4\n6,1\n`));
  await page.getByText(/own\.csv.*5 rows/).waitFor();
  await page.getByRole('tab', { name: 'Data', exact: true }).click();
  await page.getByText(name).first().waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(requests.filter((one) => one !== address && !/^(data|blob):/.test(one))).toEqual([]);
  await page.close();
});
