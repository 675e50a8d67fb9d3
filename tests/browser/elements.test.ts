/** The elements in other pages: what they show, and what they say if they cannot. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FitResult, fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { runStudy } from 'wasmetrics/study';
import { parse } from 'yaml';
import { launchChrome } from './chrome.js';
import { serve, type Server } from './server.js';

const example = (name: string) =>
  readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');

const model = example('employment.yaml');
const study = example('provinces/paper.yaml').replace('reps: 9999', 'reps: 99');
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const markup = '<img src=x onerror="document.title=`run`">';

const page = (body: string, lang = 'en', origin = '') =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>page</title>
   <link rel="icon" href="data:,"><script type="module" src="${origin}/elements.js"></script>
   <main><h1>page</h1>${body}</main></html>`;

const modelElement = (attributes = '', fallback = 'the printed estimate') =>
  `<wasmetrics-model src="papers/employment.yaml" ${attributes}><p>${fallback}</p></wasmetrics-model>`;

const pages: Record<string, string> = {
  '/papers/employment.yaml': model,
  '/papers/abdata.csv': example('abdata.csv'),
  '/papers/paper.yaml': study,
  '/papers/provinces.csv': example('provinces/provinces.csv'),
  '/papers/wrong.yaml': 'estimator: [ols',
  '/papers/marked.yaml': `${model}\nlabels: { w: '${markup}' }`,
  '/': page(modelElement('controls="lags, errors regressors sample"') + modelElement()),
  '/table.html': page(
    '<wasmetrics-table src="papers/paper.yaml#T5"><p>the printed table</p></wasmetrics-table>',
  ),
  '/zh.html': page(
    '<wasmetrics-table src="papers/paper.yaml#T5"></wasmetrics-table>' +
      modelElement('controls="lag"'),
    'zh-CN',
  ),
};

let browser: Browser;
let server: Server;
/** Pages in it share what the browser has loaded. */
let shared: BrowserContext;
beforeAll(async () => {
  browser = await launchChrome();
  shared = await browser.newContext();
  server = await serve(pages, {
    '*': { 'access-control-allow-origin': '*' },
    '/': { 'content-security-policy': policy },
    '/table.html': { 'content-security-policy': policy },
  });
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** How long a page has on any machine. */
const patience = { timeout: 60_000 };

/** A page whose elements have their first results or failures. */
async function opened(path: string, options?: BrowserContextOptions): Promise<Page> {
  const tab = await (options === undefined ? shared.newPage() : browser.newPage(options));
  tab.on('pageerror', (error) => expect.unreachable(error.message));
  await tab.goto(path.startsWith('/') ? server.origin + path : path);
  if (options?.javaScriptEnabled === false) return tab;
  await tab.waitForFunction(() =>
    Array.from(document.querySelectorAll('wasmetrics-model, wasmetrics-table')).every(
      (element) => 'result' in element && (element.result ?? (element as never)['failure']),
    ),
  );
  return tab;
}

/** The path of a page with another body. */
function withBody(body: string): string {
  const path = `/page-${Object.keys(pages).length}.html`;
  pages[path] = page(body);
  return path;
}

const resultOf = (tab: Page, place = 0) =>
  tab.evaluate(
    (n) => (document.querySelectorAll('wasmetrics-model, wasmetrics-table')[n] as never)['result'],
    place,
  ) as Promise<unknown>;

const data = parseCsv(example('abdata.csv'));
const inNode = (changes: object = {}) =>
  fitModel(data, { ...(parse(model) as ModelInput), ...changes } as ModelInput);

/** The numbers of a result, each with all its digits. */
function numbersOf(result: unknown) {
  const { params, stdErrors, confInt, pValues, tests, nobs } = result as FitResult;
  return JSON.parse(JSON.stringify({ params, stdErrors, confInt, pValues, tests, nobs })) as object;
}

describe('a model', () => {
  test('has the numbers of Node, before and after a key on a slider, under a strict policy', async () => {
    const tab = await opened('/');
    const author = numbersOf(await inNode());
    expect(numbersOf(await resultOf(tab))).toEqual(author);
    expect(numbersOf(await resultOf(tab, 1))).toEqual(author);
    expect(tab.workers(), 'one engine for both').toHaveLength(1);

    const heard = tab.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('wasmetrics-result', (event) => resolve((event as CustomEvent).detail), {
            once: true,
          });
        }),
    );
    await tab.getByRole('slider', { name: 'last lag of n', exact: false }).first().focus();
    await tab.keyboard.press('ArrowRight');
    const gmm = [
      { vars: ['n'], lags: [2, 5] },
      { vars: ['w'], lags: [1, 3] },
    ];
    const moved = await inNode({ gmm });
    expect(numbersOf(await heard)).toEqual(numbersOf(moved));
    const row = tab.getByRole('row', { name: /^w / }).first();
    await expect
      .poll(() => row.textContent(), patience)
      .toContain(Math.abs(moved.params['w']!).toFixed(3));
    expect(numbersOf(await resultOf(tab, 1)), 'the other element').toEqual(author);

    await tab.getByLabel('Standard errors').selectOption('unadjusted');
    await tab.getByRole('checkbox', { name: 'L2.n' }).uncheck();
    await tab.getByRole('slider', { name: 'Last period' }).focus();
    await tab.keyboard.press('ArrowLeft');
    const all = { gmm, vcov: 'unadjusted', formula: 'n ~ L.n + w + k', where: 'year <= 1983' };
    const changed = numbersOf(await inNode(all));
    await expect.poll(async () => numbersOf(await resultOf(tab)), patience).toEqual(changed);

    await tab.getByRole('button', { name: "Back to the author's choices" }).click();
    await expect.poll(async () => numbersOf(await resultOf(tab)), patience).toEqual(author);
    await tab.close();
  });

  test('is readable by all: axe, small and wide, light and dark', async () => {
    for (const [width, colorScheme] of [
      [390, 'dark'],
      [1280, 'light'],
    ] as const) {
      const tab = await opened('/', { viewport: { width, height: 900 }, colorScheme });
      if (colorScheme === 'dark') {
        await tab.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
      }
      await tab.evaluate(axe.source);
      const { violations } = await tab.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run('wasmetrics-model', {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        }),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await tab.close();
    }
  });

  test('prints its table without controls, and without scripts its fallback', async () => {
    const tab = await opened('/');
    const controls = tab.getByRole('group', { name: 'Choices' });
    expect(await controls.isVisible()).toBe(true);
    expect(await tab.getByText('the printed estimate').count()).toBe(2);
    expect(await tab.getByText('the printed estimate').first().isVisible()).toBe(false);
    await tab.emulateMedia({ media: 'print' });
    expect(await controls.isVisible()).toBe(false);
    expect(await tab.getByRole('row', { name: /^w / }).first().isVisible()).toBe(true);
    await tab.close();
    const plain = await opened('/', { javaScriptEnabled: false });
    expect(await plain.getByText('the printed estimate').first().isVisible()).toBe(true);
    await plain.close();
  });

  test('is that of a property, and of changed attributes', async () => {
    const tab = await opened(
      withBody('<wasmetrics-model data="papers/abdata.csv"></wasmetrics-model>'),
    );
    const ols = { estimator: 'ols', formula: 'n ~ w + k' } as const;
    await tab.evaluate((given) => {
      Object.assign(document.querySelector('wasmetrics-model')!, { model: given });
    }, ols);
    const fit = numbersOf(await fitModel(data, ols));
    await expect.poll(async () => numbersOf((await resultOf(tab)) ?? {}), patience).toEqual(fit);
    await tab.evaluate(() => {
      const src = 'papers/employment.yaml';
      Object.assign(document.querySelector('wasmetrics-model')!, { model: undefined, src });
    });
    const other = numbersOf(await inNode());
    await expect.poll(async () => numbersOf((await resultOf(tab)) ?? {}), patience).toEqual(other);
    await tab.close();
  });
});

test('a table is that of the study, and its data lie next to the study', async () => {
  const rows = parseCsv(example('provinces/provinces.csv'));
  const { tables } = await runStudy(parse(study) as never, undefined, {
    only: ['T5'],
    read: () => Promise.resolve(rows),
  });
  const tab = await opened('/table.html');
  const table = tables['T5']!;
  expect(await resultOf(tab)).toEqual(JSON.parse(JSON.stringify(table)));
  const printed = await tab
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) => Array.from(line.querySelectorAll('td'), (cell) => cell.textContent)),
    );
  const filled = (cells: readonly string[]) => cells.filter((text) => text !== '');
  const texts = table.body.map(({ cells }) => filled(cells.map(({ text }) => text)));
  expect(printed.map(filled)).toEqual(texts);
  await tab.close();
});

describe('an element says', () => {
  test('which file, attribute, control or table is wrong, and shows its fallback', async () => {
    const said = {
      'wasmetrics-model src="papers/none.yaml"':
        'none.yaml cannot be read: the server answers 404 [unreadable-file]',
      'wasmetrics-model src="papers/wrong.yaml"': /\[bad-yaml\]$/,
      'wasmetrics-model data="papers/abdata.csv"':
        'src: expected an address, found nothing [missing-attribute]',
      'wasmetrics-model src="papers/employment.yaml" data="none.csv"': /404.*\[unreadable-file\]$/,
      'wasmetrics-model src="papers/employment.yaml" controls="lag"':
        /the model has no control lag; it has errors, lags, .* \[unknown-control\]$/,
      'wasmetrics-table src="papers/paper.yaml#T9"':
        'the study has no table T9; it has T3, T4, T5, T6, T7 [unknown-table]',
    };
    const elements = Object.keys(said).map((tag) => `<${tag}>printed</${tag.split(' ')[0]}>`);
    const tab = await opened(withBody(elements.join('')));
    const shown = tab.locator('wasmetrics-model, wasmetrics-table');
    for (const [place, text] of Object.values(said).entries()) {
      const alert = await shown.nth(place).getByRole('alert').textContent();
      if (typeof text === 'string') expect(alert).toBe(text);
      else expect(alert).toMatch(text);
    }
    const results = await Promise.all(elements.map((_, place) => resultOf(tab, place)));
    const fallbacks = await shown.evaluateAll((all) =>
      all.map((one) => one.shadowRoot!.querySelector('slot') !== null),
    );
    expect(fallbacks).toEqual(results.map((result) => result === undefined));
    await tab.close();
  });

  test('a choice that cannot be estimated, next to the last estimate', async () => {
    const tab = await opened('/');
    for (const name of ['L.n', 'L2.n', 'w', 'k']) {
      await tab.getByRole('checkbox', { name, exact: true }).uncheck();
    }
    await tab.getByRole('alert').waitFor();
    expect(await tab.getByRole('alert').textContent()).toMatch(
      /the last one is shown.*\[[\w-]+\]$/s,
    );
    expect(await tab.getByRole('row', { name: /^k / }).first().isVisible()).toBe(true);
    await tab.close();
  });

  test('names with markup as text', async () => {
    const marked = '<wasmetrics-model src="papers/marked.yaml"></wasmetrics-model>';
    const tab = await opened(withBody(marked));
    await tab.getByText(markup).waitFor();
    expect(await tab.title()).toBe('page');
    await tab.close();
  });

  test('all of it in the language of the page', async () => {
    const tab = await opened('/zh.html');
    expect(await tab.getByRole('alert').textContent()).toContain('模型没有控件 lag');
    expect(await tab.getByRole('columnheader', { name: '标准误' }).count()).toBe(1);
    expect(await tab.locator('wasmetrics-table').getByText('观测').count()).toBeGreaterThan(0);
    await tab.close();
  });
});

test('elements from another origin start their engine from a blob, or where that is refused in the page', async () => {
  const files = { ...pages, '/': page(modelElement(), 'en', server.origin) };
  const expected = numbersOf(await inNode());
  const scripts = `script-src ${server.origin} 'wasm-unsafe-eval'; connect-src 'self'`;
  for (const [workers, count] of [
    ['blob:', 1],
    ["'none'", 0],
  ] as const) {
    const ofPage = { 'content-security-policy': `${scripts}; worker-src ${workers}` };
    const other = await serve(files, { '/': ofPage });
    const tab = await opened(`${other.origin}/`);
    expect(numbersOf(await resultOf(tab))).toEqual(expected);
    expect(tab.workers()).toHaveLength(count);
    await tab.close();
    await other.close();
  }
});
