/** Browsers that lack what the page needs, and bootstraps that end with their page. */
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { address, openWriting } from './first-estimate.js';

const visits = visit(() => ({ '/': '<link rel="icon" href="data:,">' }));

test.each([
  [
    'workers',
    'computes in a worker',
    (): void => void Reflect.deleteProperty(globalThis, 'Worker'),
  ],
  [
    'vector instructions',
    'lacks the vector instructions',
    (): void => void (WebAssembly.validate = (): boolean => false),
  ],
] as const)('without %s the page says so, and what can still be done', async (_, said, remove) => {
  const page = await visits.open('/', {});
  await page.addInitScript(remove);
  await page.goto(new URL(address, page.url()).href);
  await page.getByRole('alert').filter({ hasText: said }).waitFor();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByRole('textbox', { name: 'Formula' }).fill('n ~ L.n + w');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect.poll(() => page.getByLabel('Link to this work').inputValue()).toContain('#work1=');
  await page.close();
});

test('a bootstrap that ends with its page goes on to the result without a break', async () => {
  const page = await openWriting(visits, {});
  const tab = () => page.getByRole('tab', { name: 'Bootstrap', exact: true }).click();
  const start = () => page.getByRole('button', { name: 'Start', exact: true }).click();
  const ended = () => page.getByText('40,000 replicates, 0 failed').waitFor();
  const hash = async () => {
    await page.locator('#panel').getByRole('button', { name: '0.945' }).click();
    const text = await page
      .getByRole('dialog')
      .getByText(/^[0-9a-f]{64}$/)
      .last()
      .textContent();
    await page.keyboard.press('Escape');
    return text;
  };
  await tab();
  const reps = page.getByRole('spinbutton', { name: 'Replicates' });
  await reps.fill('40000');
  await reps.blur();
  await start();
  await ended();
  const whole = await hash();
  await start();
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('wasmetrics-bootstrap');
            opening.onsuccess = () => {
              const base = opening.result;
              const found = base.transaction('last').objectStore('last').get('last');
              found.onsuccess = () => {
                base.close();
                resolve((found.result as { done: number } | undefined)?.done);
              };
            };
          }),
      ),
    )
    .toBeLessThan(40_000);
  await page.reload();
  await page.getByRole('rowheader', { name: 'L1.n' }).first().waitFor();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await tab();
  await page.getByText(/of 40,000 replicates are kept/).waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await ended();
  expect(await hash()).toBe(whole);
  await page.close();
});
