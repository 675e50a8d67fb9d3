/** The library and the page in a real browser, from a host that sends no special headers. */
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as library from '../library.js';
import { bootstrap, type FitResult, fitModel, multiverse, withBootstrap } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toJson } from 'wasmetrics/report';
import type { DpdModelInput } from 'wasmetrics/types';
import { cases, committedHashes } from '../determinism-cases.js';
import type { Case, fingerprint } from '../fingerprint.js';
import { encode } from '../encode.js';
import { changedModel, choicesOf } from './variants.js';
import { visit } from './visit.js';

/** What the blank page offers to `page.evaluate`. */
declare global {
  var wasmetrics: typeof library;
  var fingerprintOf: typeof fingerprint;
}

/** A page of someone who uses the library as it is built. */
const blank = `<!doctype html>
<title>blank</title>
<link rel="icon" href="data:,">
<script type="importmap">
  { "imports": { "wasmetrics": "/esm/index.js", "wasmetrics/": "/esm/" } }
</script>
<script type="module">
  import * as root from 'wasmetrics';
  import * as data from 'wasmetrics/data.js';
  import * as report from 'wasmetrics/report.js';
  import { fingerprint } from '/fingerprint.js';
  Object.assign(globalThis, { wasmetrics: { ...root, ...data, ...report }, fingerprintOf: fingerprint });
</script>`;

function script(path: string): string {
  const source = readFileSync(new URL(path, import.meta.url), 'utf8');
  const { code } = transformSync(source, { loader: 'ts' });
  return code.replace(/(from "wasmetrics\/\w+)"/g, '$1.js"');
}

const { open } = visit(() => ({ '/': blank, '/fingerprint.js': script('../fingerprint.ts') }));

describe.each(Object.entries(cases))('in the browser, %s', (name, item) => {
  let page: Page;
  beforeAll(async () => {
    page = await open('/');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  });
  afterAll(() => page.close());

  test('gives the result of Node, digit for digit', async () => {
    const fit = await fitModel(parseCsv(item.csv), item.model);
    const { result } = bootstrap(fit, { reps: 300, workers: 1 });
    const inPage = await page.evaluate(async ({ model, csv }: Case) => {
      const { bootstrap, fitModel, parseCsv, toJson, withBootstrap } = wasmetrics;
      const fit = await fitModel(parseCsv(csv), model);
      return toJson(withBootstrap(fit, await bootstrap(fit, { reps: 300, workers: 1 }).result));
    }, item);
    expect(inPage).toBe(toJson(withBootstrap(fit, await result)));
  });

  test.each([undefined, { reps: 40, ci: 'bca' } as const])(
    'estimates the specifications of a multiverse in workers as Node does, bootstrap: %j',
    async (bootstrap) => {
      const model = item.model as DpdModelInput;
      const over = choicesOf(model);
      const options = { over, bootstrap };
      const here = await multiverse(parseCsv(item.csv), model, { ...options, workers: 0 });
      const inPage = await page.evaluate(
        async ({ model, csv, options }) => {
          const { multiverse, parseCsv } = wasmetrics;
          return JSON.stringify(await multiverse(parseCsv(csv), model, { ...options, workers: 2 }));
        },
        { model, csv: item.csv, options },
      );
      expect(inPage).toBe(JSON.stringify(here));
    },
  );

  test('goes on from a checkpoint of Node to the result of Node', async () => {
    const fit = await fitModel(parseCsv(item.csv), item.model);
    const options = { reps: 600, workers: 1, ci: ['normal'] } as const;
    const written: Uint8Array[] = [];
    const stop = new AbortController();
    const checkpoint = {
      name: 'memory',
      read: () => Promise.resolve(undefined),
      write: (bytes: Uint8Array) => Promise.resolve(void written.push(bytes)),
    };
    const part = bootstrap(fit, { ...options, checkpoint, signal: stop.signal });
    for await (const { done } of part) if (done > 0) stop.abort();
    await part.result;
    const inPage = await page.evaluate(
      async ({ item, options, stored }) => {
        const { bootstrap, fitModel, parseCsv, toJson, withBootstrap } = wasmetrics;
        const checkpoint = {
          name: 'memory',
          read: () => Promise.resolve(Uint8Array.from(stored)),
          write: () => Promise.resolve(),
        };
        const all = { ...options, checkpoint, resume: true };
        const fit = await fitModel(parseCsv(item.csv), item.model);
        return toJson(withBootstrap(fit, await bootstrap(fit, all)));
      },
      { item, options, stored: [...written.at(-1)!] },
    );
    const { result } = bootstrap(fit, options);
    expect(inPage).toBe(toJson(withBootstrap(fit, await result)));
  });

  test('bootstraps one model after another, digit for digit as Node does', async () => {
    const models = [item.model, changedModel(item.model as DpdModelInput), item.model];
    for (const model of models) {
      const fit = await fitModel(parseCsv(item.csv), model);
      const { result } = bootstrap(fit, { reps: 300, workers: 0 });
      const inPage = await page.evaluate(
        async ({ model, csv }) => {
          const { bootstrap, fitModel, parseCsv, toJson, withBootstrap } = wasmetrics;
          const fit = await fitModel(parseCsv(csv), model);
          return toJson(withBootstrap(fit, await bootstrap(fit, { reps: 300, workers: 1 }).result));
        },
        { model, csv: item.csv },
      );
      expect(inPage).toBe(toJson(withBootstrap(fit, await result)));
    }
  });

  test.each([0, 1, 2])('gives the committed bits with %i workers', async (workers) => {
    const inPage = await page.evaluate(({ item, workers }) => fingerprintOf(item, workers), {
      item,
      workers,
    });
    expect(inPage).toEqual(committedHashes()[name]);
  });
});

describe('the page', () => {
  let page: Page;
  beforeEach(async () => {
    page = await open('/web/index.html');
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLTextAreaElement>('#model')?.value !== '' &&
        document.querySelector('#data-summary')?.textContent?.includes('1,031 rows'),
    );
  });
  afterEach(() => page.close());

  const text = (id: string) => page.locator(`#${id}`).textContent();

  const edit = async (from: string, to: string) => {
    const model = await page.inputValue('#model');
    expect(model).toContain(from);
    await page.fill('#model', model.replace(from, to));
  };

  const finished = async () => {
    await page.click('#run');
    await page.waitForSelector('#run:not([disabled])');
  };

  const download = async (): Promise<FitResult> => {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    expect(saved.suggestedFilename()).toBe('wasmetrics-result.json');
    return JSON.parse(readFileSync(await saved.path(), 'utf8'));
  };

  test('runs the example and shows analytic beside bootstrap standard errors', async () => {
    await finished();
    expect(await text('error')).toBe('');
    expect(await text('status')).toBe('Estimated; the bootstrap is done: 10,000 replicates.');
    const rows = page.getByRole('region', { name: 'Coefficients' }).locator('tbody tr');
    const names = ['L1.n', 'L2.n', 'w', 'k', '_cons'];
    expect(await rows.locator('th').allTextContents()).toEqual(
      names.flatMap((name) => [name, 'percentile']),
    );
    const cells = (row: number) => rows.nth(row).locator('td').allTextContents();
    const analytic = '0.945 0.143 6.61 <0.001 0.665 1.226'.split(' ');
    expect(await cells(0)).toEqual([...analytic, '', '']);
    expect(await cells(1)).toEqual([
      ...['', '0.131', '', '<0.001', '0.752', '1.249', '0.028', '0.000894'],
    ]);
    expect(await text('result')).toContain('Hansen');
  });

  test('saves the result that Node computes', async () => {
    const { model, csv } = cases['employment of firms']!;
    await edit('reps: 10000', 'reps: 500');
    await finished();
    const fit = await fitModel(parseCsv(csv), model);
    const { result } = bootstrap(fit, { reps: 500, seed: 1 });
    expect(await download()).toEqual(JSON.parse(toJson(withBootstrap(fit, await result))));
  });

  test('stops a bootstrap and marks what is done as partial', async () => {
    await edit('reps: 10000', 'reps: 1000000');
    await page.click('#run');
    await page.waitForFunction(
      () => document.querySelector<HTMLProgressElement>('#progress')!.value > 0,
    );
    expect(await text('progress-text')).toMatch(
      /^[\d,]+ of 1,000,000 replicates, [\d,]+ per second, .* left, 0 failed$/,
    );
    expect(await page.isDisabled('#download')).toBe(true);
    await page.click('#stop');
    await page.waitForSelector('#run:not([disabled])');
    expect(await text('result')).toContain('PARTIAL: stopped after');
    const { bootstrap } = await download();
    expect(bootstrap).toMatchObject({ partial: true, reps: 1_000_000 });
    expect(bootstrap!.completed).toBeLessThan(1_000_000);
  });

  test('computes in its own thread with 0 workers', async () => {
    await edit('reps: 10000', 'reps: 500');
    await page.fill('#workers', '0');
    await finished();
    expect(await text('status')).toBe('Estimated; the bootstrap is done: 500 replicates.');
  });

  test('estimates a chosen file by a model in JSON', async () => {
    const { model, csv } = cases['provinces, more instruments than units']!;
    const file = { name: 'provinces.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.setInputFiles('#file', file);
    await page.waitForFunction(() =>
      document.querySelector('#data-summary')?.textContent?.startsWith('provinces.csv: 150 rows'),
    );
    await page.fill('#model', JSON.stringify(model));
    await finished();
    expect(await text('status')).toBe('Estimated.');
    expect(await page.locator('.notice').allTextContents()).not.toEqual([]);
    const fit = await fitModel(parseCsv(csv), model);
    expect(await download()).toEqual(JSON.parse(toJson(fit)));
  });

  test.each([
    ['an unknown column', 'L.n + L2.n', 'L.n + nn', 'unknown column "nn" (did you mean "n"?)'],
    ['an unknown key', 'steps: 2', 'step: 2', 'model: unknown key step'],
    ['a model that is not YAML', 'time: year }', 'time: year', 'model: '],
  ])('names %s and shows no result', async (_, from, to, message) => {
    await edit(from, to);
    await finished();
    expect(await text('error')).toContain(message);
    expect(await text('status')).toBe('');
    expect(await text('result')).toBe('');
    expect(await page.isDisabled('#download')).toBe(true);
  });

  test('names the likely encoding of a file, and reads it in the chosen one', async () => {
    const buffer = Buffer.from(encode('省份,x\n北京,1\n天津,2\n浙江,3\n黑龙江,4\n', 'gb18030'));
    await page.setInputFiles('#file', { name: 'gbk.csv', mimeType: 'text/csv', buffer });
    await page.waitForFunction(() => document.querySelector('#error')?.textContent !== '');
    expect(await text('error')).toMatch(/^gbk\.csv: expected utf-8, found .* likely gb18030/);
    await page.getByRole('button', { name: 'Read the file as gb18030' }).click();
    expect(await page.inputValue('#encoding')).toBe('gb18030');
    await page.getByText('gbk.csv: 4 rows, 2 columns: 省份, x').waitFor();
    expect(await text('error')).toBe('');
  });

  test('names a file that is no table and keeps the data it had', async () => {
    const file = { name: 'wide.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2,3\n') };
    await page.setInputFiles('#file', file);
    await page.waitForFunction(() => document.querySelector('#error')?.textContent !== '');
    expect(await text('error')).toBe(
      'wide.csv: expected 2 cells in row 2, as in the header, found 3',
    );
    expect(await text('data-summary')).toContain('abdata.csv');
  });
});
