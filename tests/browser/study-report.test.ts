/** The report of a study in a real browser: accessible, as wide as its window, and complete without its script. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, default as Axe } from 'axe-core';
import { studyHtml } from 'wasmetrics/study';
import { describe, expect, test } from 'vitest';
import { exampleStudy } from '../study-result.js';
import { visit } from './visit.js';

declare global {
  var axe: typeof Axe;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const { open } = visit(async () => {
  const { study, options } = await exampleStudy();
  return {
    '/': studyHtml(study, options),
    '/zh.html': studyHtml(study, { ...options, language: 'zh' }),
  };
}, 'pages alone');

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

describe('axe-core finds nothing serious', () => {
  test.each([
    ['/', 'light', desk],
    ['/', 'dark', phone],
    ['/zh.html', 'light', phone],
  ] as const)('at %s, %s', async (path, colorScheme, viewport) => {
    const page = await open(path, { viewport, colorScheme });
    await page.locator('#models button.model').first().click();
    await page.locator('section.card:popover-open').waitFor();
    await page.evaluate(`${axeSource};globalThis.axe = axe`);
    const { violations, passes }: AxeResults = await page.evaluate(() =>
      axe.run({ resultTypes: ['violations'] }),
    );
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
    expect(serious).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    await page.close();
  });
});

describe('the report', () => {
  test.each([phone, desk])(
    'is as wide as its window, $width, and tables scroll by themselves',
    async (viewport) => {
      const page = await open('/', { viewport });
      for (const details of await page.locator('details').all()) {
        await details.evaluate((one: HTMLDetailsElement) => (one.open = true));
      }
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        Math.max(...[...document.querySelectorAll('table')].map((one) => one.scrollWidth)),
      ]);
      expect(widths[0]).toBe(viewport.width);
      if (viewport.width === 390) expect(widths[1]).toBeGreaterThan(390);
      await page.close();
    },
  );

  test('opens the model of a number without its script', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    const estimate = page.locator('#table-T4 tr.estimate').first().locator('button').nth(1);
    expect(await estimate.textContent()).toMatch(/^0\.0\d\d\*\*\*$/);
    await estimate.click();
    const card = page.locator('#model-T4_2e2');
    await card.getByText('formula: Level ~ Gov').waitFor();
    expect(await card.getByText('npx wasmetrics study paper.yaml --only T4').isVisible()).toBe(
      true,
    );
    await card.getByRole('button', { name: 'Close' }).click();
    expect(await card.isVisible()).toBe(false);
    await page.close();
  });

  test('sorts a table by a column, with its lines below, and back', async () => {
    const page = await open('/', {});
    const table = page.locator('#table-T4 table');
    const labels = () => table.locator('tbody').first().locator('th').allTextContents();
    const before = await labels();
    const button = table.getByRole('button', { name: 'Sort by (2)' });
    await button.click();
    expect((await labels()).slice(0, 2)).toEqual(['UR', 'Open']);
    expect(await table.locator('tbody tr').nth(1).getAttribute('class')).toBe('below');
    expect(await table.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await button.click();
    expect((await labels())[0]).toBe('IL');
    await button.click();
    expect(await labels()).toEqual(before);
    await page.close();
  });

  test('prints with everything open and no page cut at the side', async () => {
    const page = await open('/', {});
    await page.emulateMedia({ media: 'print' });
    const hidden = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.card, details > :not(summary)')]
          .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true }))
          .map(({ id, className }) => id || className),
      );
    // The browser unlocks the contents of details with the frame after the change of media.
    await expect.poll(hidden, { timeout: 60_000 }).toEqual([]);
    await page.close();
  });
});
