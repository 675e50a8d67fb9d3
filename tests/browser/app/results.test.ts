/** What is estimated: the panel, its sources, bootstraps, tables, checks, curves and claims, with the numbers of Node. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
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
import { demo as model } from '../demo.js';
import { visit } from '../visit.js';
import { openWriting } from './first-estimate.js';

const visits = visit();
let page: Page;
let table: Table;
let fit: FitResult;

beforeAll(async () => {
  page = await openWriting(visits, { viewport: { width: 1280, height: 900 } });
  const bytes = readFileSync(new URL('../../../dist/web/abdata.csv.gz', import.meta.url));
  table = await readTable(bytes, { name: 'abdata.csv' });
  fit = await fitModel(table, model);
}, 900_000);
afterAll(() => page.close());

const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function saved(button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await press(button);
  return readFileSync(await (await download).path(), 'utf8');
}

test('a coefficient opens its rows, its engine and the hash of Node', async () => {
  await page.getByRole('button', { name: /^L1\.n is 0\.945/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(String(fit.params['L1.n'])).waitFor();
  await dialog.getByText('751 of 1,031').waitFor();
  await dialog.getByText(resultHash(fit)).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('the meter and the report say what the result has', async () => {
  const meter = page.getByRole('meter', { name: 'Instruments against units' });
  expect(await meter.getAttribute('aria-valuetext')).toMatch(/^51 instruments for 140 units/);
  await page.getByText('Whole report').click();
  await page.getByText('Some instruments are not valid', { exact: false }).waitFor();
});

test('a bootstrap has the bits of Node, also after a stop', async () => {
  await tab('Bootstrap');
  const reps = page.getByRole('spinbutton', { name: 'Replicates' });
  const hashOf = async (number: number) => {
    const options = { reps: number, seed: 1, ci: ['percentile', 'normal', 'bca'] } as const;
    return resultHash(withBootstrap(fit, await bootstrap(fit, { ...options, workers: 0 })));
  };
  const shown = async () => {
    await page.locator('#panel').getByRole('button', { name: '0.945' }).click();
    const dialog = page.getByRole('dialog');
    const hash = dialog.getByText(/^[0-9a-f]{64}$/).last();
    const text = await hash.textContent();
    await page.keyboard.press('Escape');
    return text;
  };
  await reps.fill('2000');
  await reps.blur();
  await press('Start');
  await page.getByText('2,000 replicates, 0 failed').waitFor();
  expect(await shown()).toBe(await hashOf(2000));

  await reps.fill('40000');
  await reps.blur();
  await press('Start');
  await page.getByRole('group', { name: 'Replicates of L1.n so far' }).waitFor();
  await press('Stop');
  await page.getByText('It was stopped early.', { exact: false }).waitFor();
  await press('Continue');
  await page.getByText('40,000 replicates, 0 failed').waitFor({ timeout: 60_000 });
  expect(await shown()).toBe(await hashOf(40_000));
}, 240_000);

test('models become columns, are moved by keyboard, and are taken away as Node writes them', async () => {
  await tab('Estimate');
  await press('Add to the table');
  await page
    .getByRole('checkbox', { name: /collapse/i })
    .first()
    .check();
  await page.getByRole('meter').and(page.locator('[aria-valuetext^="31 "]')).waitFor();
  await press('Add to the table (1)');
  await tab('Table');
  await page.getByLabel('Heading of column 2').fill('Collapsed <b>');
  await page.getByRole('button', { name: 'Move Collapsed <b> to the left' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('columnheader', { name: '(2)', exact: true }).waitFor();
  const [first, ...others] = model.gmm as readonly object[];
  const collapsed = { ...model, gmm: [{ ...first, collapse: true }, ...others] };
  const fits = [await fitModel(table, collapsed as unknown as typeof model), fit];
  const spec = { columns: ['Collapsed <b>', '(2)'], language: 'en' } as const;
  const made = await regressionTable(fits, spec);
  expect(await saved('Save the table as LaTeX')).toBe(renderTable(made, 'latex'));
  expect(await saved('Save the table as CSV')).toBe(renderTable(made, 'csv'));
  expect((await saved('Save the table as Word')).slice(0, 2)).toBe('PK');
  await page.getByRole('button', { name: /^0\.910\*\*\*/ }).click();
  await page.getByRole('dialog').getByText(resultHash(fits[0]!)).waitFor();
  await page.keyboard.press('Escape');
  await press('Open the model of (2)');
  await page.getByRole('button', { name: /^w is −0\.448/ }).waitFor();
});

test('a check shows its figure, which is taken away', async () => {
  await tab('Checks');
  await press('Leave each out');
  await page.getByRole('img', { name: /^L1\.n without each id/ }).waitFor({ timeout: 60_000 });
  expect(await saved('Save the figure as SVG')).toMatch(/^<svg/);
  expect(JSON.parse(await saved('Save the figure as Vega-Lite'))).toHaveProperty('layer');
}, 120_000);

test('a dot of the curve opens its model', async () => {
  await tab('Specification curve');
  await press('Estimate all');
  const found = await multiverse(table, model, { coefficient: 'L1.n', workers: 0 });
  const { length } = found.specifications;
  await page
    .getByText(`${length} of ${length} specifications are shown`)
    .waitFor({ timeout: 60_000 });
  const slider = page.getByRole('slider', { name: 'Specification' });
  await slider.focus();
  await page.keyboard.press('Home');
  const least = Math.min(...found.specifications.map((one) => one.estimate?.estimate ?? Infinity));
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain(least.toFixed(3));
  await press('Open this model');
  await page.getByRole('button', { name: new RegExp(`^L1\\.n is ${least.toFixed(3)}`) }).waitFor();
  await press('Undo');
}, 120_000);

test('a claim is saved from a number and judged', async () => {
  await page.getByRole('button', { name: /^w is −0\.448/ }).click();
  await press('Save the claim');
  await page.getByText('Saved: w < 0 at 0.05').waitFor();
  await press('Close');
  await tab('Claims');
  await page.getByText(/^Supported\. /).waitFor();
  const study = parse(await saved('Save as a study file')) as object;
  expect(study).toMatchObject({ claims: { C1: 'TC1.1: w < 0 at 0.05' } });
});
