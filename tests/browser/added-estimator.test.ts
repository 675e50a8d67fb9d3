/** The page, built from sources that have further estimators: none of its code knows them by name. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bootstrap, fitModel, type Model, withBootstrap } from '../../bindings/index.js';
import { parseCsv } from '../../bindings/entries/data.js';
import { documentOf, estimatorNames } from '../../bindings/entries/report.js';
import { modelOf } from '../bindings/models/contract/models.js';
import { registerPoisson } from '../bindings/models/contract/poisson.js';
import { twinOf } from '../bindings/models/twins.js';
import { visit } from './visit.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The script of the page after the registration of Poisson regression and of a twin of each estimator. */
const start = `
  import { registerPoisson } from './tests/bindings/models/contract/poisson.js';
  import { registerTwins } from './tests/bindings/models/twins.js';
  await registerTwins();
  registerPoisson();
  await import('./web/main.js');`;

/** One file. The paths of tsconfig lead from the package's name to the sources. */
async function builtPage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: start, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    tsconfig: 'tsconfig.tools.json',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['apache-arrow', 'vega', 'vega-lite', 'node:*', '*/wasmetrics-worker.js'],
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0]!.text;
}

const { open } = visit(async () => ({ '/web/main.js': await builtPage() }));

const names = estimatorNames();
const csv = 'examples/abdata.csv';
const table = parseCsv(readFileSync(csv, 'utf8'));

let forget: () => void;
beforeAll(() => {
  forget = registerPoisson();
});
afterAll(() => forget());

let page: Page;
beforeEach(async () => {
  page = await open('/web/index.html');
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#model')?.value !== '',
  );
  await page.setInputFiles('#file', csv);
  await page.getByText('abdata.csv: 1,031 rows, 28 columns').waitFor();
});
afterEach(() => page.close());

const text = (id: string) => page.locator(`#${id}`).textContent();

/** The cells of the tables that the page shows of a model, by row, each after the name of its table. */
async function tablesOnPage(model: object): Promise<string[][]> {
  await page.fill('#model', JSON.stringify(model));
  await page.click('#run');
  await page.waitForSelector('#run:not([disabled])');
  expect(await text('error')).toBe('');
  return page
    .locator('#result tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.closest('table')!.caption!.textContent,
        ...Array.from(row.children, ({ textContent }) => textContent),
      ]),
    );
}

/** The same cells, from the document of a result. */
function tablesOf(result: Parameters<typeof documentOf>[0]): string[][] {
  const { blocks } = documentOf(result, { form: 'full' });
  return blocks.flatMap((block) =>
    block.type !== 'table'
      ? []
      : block.rows.map(({ cells }) => [
          block.name,
          ...block.columns.map((_, j) => cells[j]?.text ?? ''),
        ]),
  );
}

test('the page lists them', async () => {
  expect(await text('estimators')).toContain('poisson (Poisson regression)');
  for (const name of names) expect(await text('estimators')).toContain(`${twinOf(name)} (`);
});

test('the page estimates a Poisson regression and runs its bootstrap', async () => {
  const spec = { reps: 99, seed: 1 };
  const model = modelOf('poisson') as Model;
  const shown = await tablesOnPage({ ...model, bootstrap: spec });
  expect(await text('status')).toBe('Estimated; the bootstrap is done: 99 replicates.');
  const fit = await fitModel(table, model);
  expect(shown).toEqual(tablesOf(withBootstrap(fit, await bootstrap(fit, spec).result)));
  expect(shown.map(([, row]) => row)).toEqual(expect.arrayContaining(['w', 'k', '_cons']));
  expect(await text('result')).toContain('Poisson regression');
});

test.each(names)('the page shows of the twin of %s the tables of its model', async (name) => {
  const model = modelOf(name);
  const expected = tablesOf(await fitModel(table, model as Model));
  expect(expected).not.toEqual([]);
  expect(await tablesOnPage({ ...model, estimator: twinOf(name) })).toEqual(expected);
  expect(await text('status')).toBe('Estimated.');
});
