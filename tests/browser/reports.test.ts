/** What the page reports on a dynamic panel beside its estimate. */
import type { Page } from 'playwright-core';
import { multiverse } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { multiverseSvg } from 'wasmetrics/report';
import type { DpdModelInput } from 'wasmetrics/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cases } from '../determinism-cases.js';
import { visit } from './visit.js';

const { model, csv } = cases['employment of firms']!;
const multiverseOf = {
  coefficient: 'w',
  over: { steps: [1, 2], collapse: [true, false] },
} as const;

const { open } = visit();
let page: Page;
beforeEach(async () => {
  page = await open('/web/index.html');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.waitForFunction(() =>
    document.querySelector('#data-summary')?.textContent?.includes('1,031 rows'),
  );
});
afterEach(() => page.close());

const text = (id: string) => page.locator(`#${id}`).textContent();

async function run(spec: object): Promise<void> {
  await page.fill('#model', JSON.stringify(spec));
  await page.click('#run');
  await page.waitForSelector('#run:not([disabled])');
  expect(await text('error')).toBe('');
}

describe('the reports of the page', () => {
  test('draw the specification curve that Node draws, no wider than a phone', async () => {
    await run({ ...model, multiverse: multiverseOf });
    await page.click('#curve');
    await page.waitForSelector('#report figure svg');
    expect(await text('report-status')).toBe('');
    expect(await text('report')).toContain('4 combinations; 4 distinct estimates; 0 failed');
    const options = { ...multiverseOf, workers: 0 };
    const here = await multiverse(parseCsv(csv), model as DpdModelInput, options);
    const drawn = page.locator('#report figure svg');
    expect(await drawn.innerHTML()).toContain(/<text [^]*?<\/text>/.exec(multiverseSvg(here))![0]);
    expect(await drawn.getAttribute('aria-label')).toBe('Specification curve of w');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('are on instruments and on units, and stop', async () => {
    await run(model);
    await page.click('#instruments');
    await page.waitForSelector('#report table');
    expect(await text('report')).toContain('51 instruments for 140 units');
    await page.click('#influence');
    await page.waitForFunction(() =>
      document.querySelector('#report')?.textContent?.includes('Leaving out id 114 raises L1.n'),
    );
    await page.evaluate(() => {
      for (const id of ['instruments', 'stop-report']) document.getElementById(id)!.click();
    });
    await page.waitForSelector('#stop-report[disabled]');
    expect(await text('report-status')).toBe('Stopped.');
    expect(await text('report')).toBe('');
  });

  test('say what is wrong with what a multiverse asks for', async () => {
    await run({ ...model, multiverse: { ...multiverseOf, cap: 3 } });
    await page.click('#curve');
    await page.waitForFunction(() =>
      document.querySelector('#report-status')?.textContent?.includes('expected at most'),
    );
    expect(await text('report-status')).toContain('3 specifications, found 4');
  });

  test('are not offered on another estimator', async () => {
    await run({ estimator: 'ols', formula: 'n ~ w' });
    expect(await text('status')).toBe('Estimated.');
    expect(await page.isVisible('#reports')).toBe(false);
  });
});
