/** The page and the library in Firefox: twelve journeys of a person, and the bits of all models. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  bootstrap,
  type FitResult,
  fitModel,
  multiverse,
  type Table,
  withBootstrap,
} from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { regressionTable, renderTable, resultHash } from 'wasmetrics/report';
import { cases, committedHashes } from '../../determinism-cases.js';
import { blankPage } from '../blank-page.js';
import { demo as model } from '../demo.js';
import { serve, type Server } from '../server.js';
import { launchFirefox } from './firefox.js';
import { type Person, personAt } from './person.js';

const folder = mkdtempSync(join(tmpdir(), 'firefox-'));
const problems: string[] = [];
let browser: Browser;
let server: Server;
let profile: BrowserContext;
let table: Table;
let fit: FitResult;
/** The one who builds models, in one page after another. */
let author: Person;

/** A page whose problems fail the test. */
async function visit(path: string, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => problems.push(message.text()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.origin}/`) && !/^(data|blob):/.test(url)) problems.push(url);
  });
  await page.goto(server.origin + path);
  return page;
}

/** A person in a fresh profile. */
async function visitor(fragment = ''): Promise<Person> {
  const downloadBehavior = { policy: 'allow', downloadPath: folder } as const;
  const context = await browser.createBrowserContext({ downloadBehavior });
  return personAt(await visit(`/web/index.html${fragment}`, context), folder);
}

/** What the page saved under a name. */
async function saved(name: string): Promise<string> {
  const path = join(folder, name);
  const size = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  await expect.poll(size, { timeout: 60_000 }).toBeGreaterThan(0);
  return readFileSync(path, 'utf8');
}

beforeAll(async () => {
  browser = await launchFirefox();
  server = await serve(blankPage());
  profile = browser.defaultBrowserContext();
  const bytes = readFileSync(new URL('../../../dist/web/abdata.csv.gz', import.meta.url));
  table = await readTable(bytes, { name: 'abdata.csv' });
  fit = await fitModel(table, model);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  expect(problems.splice(0)).toEqual([]);
});

test.each(Object.entries(cases))('gives the committed bits: %s', async (name, item) => {
  const page = await visit('/', profile);
  for (const workers of [0, 2]) {
    const run = { item, workers };
    const found = await page.evaluate(({ item, workers }) => fingerprintOf(item, workers), run);
    expect(found).toEqual(committedHashes()[name]);
  }
  await page.close();
});

test('the first number is that of Node', async () => {
  author = await visitor();
  await author.find('rowheader', 'L1.n');
  await author.reads(new RegExp(`L1\\.n\\s+${fit.params['L1.n']!.toFixed(3)}`));
});

test('a chosen file brings a model, and undo brings the example back', async () => {
  const { press, openFile, reads, valueOf, find, page } = author;
  await press('Write');
  const firms = [1, 2, 3, 4].flatMap((firm) =>
    [2001, 2002, 2003].map((year) => `${firm},${year},${(firm * year) % 7},${(firm + year) % 5}`),
  );
  await openFile('firms.csv', `firm,year,sales,wage\n${firms.join('\n')}\n`);
  await reads(/firms\.csv.*12 rows/);
  expect(await valueOf('combobox', 'Outcome')).toBe('sales');
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a,b\n1,2\n2,5\n3,4\n4,4\n'], 'dropped.csv'));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('h1')!.dispatchEvent(drop);
  });
  await reads(/dropped\.csv.*4 rows/);
  await press('Undo');
  await reads(/firms\.csv.*12 rows/);
  await press('Undo');
  await find('rowheader', 'L1.n');
});

test('a changed formula is estimated', async () => {
  await author.write('textbox', 'Formula', 'n ~ L.n + L2.n + w + k + ys');
  await author.find('rowheader', 'ys');
  await author.press('Undo');
  await author.page.waitForSelector('::-p-aria([role="rowheader"][name="ys"])', { hidden: true });
});

test('a lag window is moved by the keys, and the instruments follow', async () => {
  const slider = await author.find('slider', 'Last lag of n');
  await slider.press('ArrowRight');
  await author.reads('lags 2 to 5');
  const meter = await author.find('meter', 'Instruments against units');
  const instruments = () => meter.evaluate((element) => element.getAttribute('aria-valuetext'));
  const wider = {
    ...model,
    gmm: [
      { vars: ['n'], lags: [2, 5] as const },
      { vars: ['w'], lags: [1, 3] as const },
    ],
  };
  const { ninstruments } = await fitModel(table, wider);
  await expect.poll(instruments).toContain(`${ninstruments} instruments for 140 units`);
  await slider.press('ArrowLeft');
  await expect.poll(instruments).toContain('51 instruments for 140 units');
});

test('a bootstrap has the bits of Node after a stop', async () => {
  const { press, write, reads, page } = author;
  await press('Bootstrap', 'tab');
  await write('spinbutton', 'Replicates', '30000');
  await press('Start');
  await page.waitForFunction(() => {
    const isLive = document.querySelector('[role=group][aria-label="Replicates of L1.n so far"]');
    const stop = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Stop');
    if (isLive !== null) stop?.click();
    return isLive !== null;
  });
  await reads('It was stopped early.');
  await press('Continue');
  await reads('30,000 replicates, 0 failed');
  const options = {
    reps: 30_000,
    seed: 1,
    workers: 2,
    ci: ['percentile', 'normal', 'bca'],
  } as const;
  const hash = resultHash(withBootstrap(fit, await bootstrap(fit, options)));
  const number = await page.waitForSelector('#panel ::-p-aria([role="button"][name="0.945"])');
  await number!.click();
  await reads(hash);
  await page.keyboard.press('Escape');
});

test('a table is saved as Node writes it', async () => {
  const { press } = author;
  await press('Estimate', 'tab');
  await press('Add to the table');
  await press('Table', 'tab');
  const made = await regressionTable([fit], { columns: ['(1)'], language: 'en' });
  await press('Save the table as LaTeX');
  expect(await saved('table.tex')).toBe(renderTable(made, 'latex'));
});

test('a check draws its figure', async () => {
  await author.press('Checks', 'tab');
  await author.press('Leave each out');
  await author.page.waitForSelector('::-p-aria([role="image"])');
  await author.press('Save the figure as SVG');
});

test('a specification of the curve is read by the keys', async () => {
  await author.press('Specification curve', 'tab');
  await author.press('Estimate all');
  const { specifications } = await multiverse(table, model, { coefficient: 'L1.n', workers: 0 });
  const { length } = specifications;
  await author.reads(`${length} of ${length} specifications are shown`);
  const slider = await author.find('slider', 'Specification');
  await slider.press('Home');
  const least = Math.min(...specifications.map((one) => one.estimate?.estimate ?? Infinity));
  const text = () => slider.evaluate((thumb) => thumb.getAttribute('aria-valuetext'));
  await expect.poll(text).toContain(least.toFixed(3));
});

test('the text of the model is written, and the form follows', async () => {
  await author.press('Text', 'tab');
  const editor = await author.page.waitForSelector('>>> [aria-label="Text of the model"]');
  await editor!.click();
  await author.page.keyboard.down('Control');
  await author.page.keyboard.press('End');
  await author.page.keyboard.up('Control');
  await author.page.keyboard.type('\nvcov: unadjusted # as in the paper');
  await expect.poll(() => author.valueOf('combobox', 'Kind')).toBe('unadjusted');
});

test('a link to the work opens in a fresh profile', async () => {
  await author.press('Share');
  const link = () => author.valueOf('textbox', 'Link to this work');
  await expect.poll(link).toContain('#work1=');
  const fragment = new URL(await link()).hash;
  const reader = await visitor(fragment);
  await reader.find('rowheader', 'L1.n');
  expect(await reader.valueOf('combobox', 'Kind')).toBe('unadjusted');
  await reader.page.close();
});

test('a reader moves a choice of the paper, and one key returns to the author', async () => {
  const { page, choose, valueOf, find } = await visitor();
  await choose('GMM steps, T5', '1');
  await find('button', "Restore the author's choice of GMM steps, T5, author: 2");
  await (await find('heading', 'The choices of this paper')).click();
  await page.keyboard.press('a');
  await expect.poll(() => valueOf('combobox', 'GMM steps, T5')).toBe('2');
  await page.close();
});

test('the language is switched', async () => {
  const { page, choose, reads, press, find } = await visitor();
  await choose('Language', 'zh');
  await reads('数据不离开本机');
  await press('建模');
  await find('tab', '自助法');
  await page.close();
});
