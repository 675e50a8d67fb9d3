/** Every state of the page by the rules of axe-core: light and dark, wide and narrow, English and Chinese. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visit } from '../visit.js';
import { chooseFile, openApp } from './first-estimate.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A page of 1280 pixels at 400 % zoom. */
const smallest = { width: 320, height: 800 };
const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };

const visits = visit();
const counts: string[] = [];
let page: Page;
/** Scripts of a session may run where the policy of the page allows none. */
let session: CDPSession;

beforeAll(async () => {
  page = await openApp(visits, { viewport: wide });
  session = await page.context().newCDPSession(page);
  await run(axe);
}, 900_000);
afterAll(async () => {
  console.log(`${counts.length} states, with what axe-core finds: ${counts.join('; ')}`);
  await page.close();
});

async function run(expression: string): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  return String(result.value);
}

/** What axe-core finds, each with the first element that is concerned. */
async function violations(rules: string): Promise<readonly string[]> {
  const found = await run(`axe.run(document, ${rules}).then((r) => JSON.stringify(r.violations))`);
  return (JSON.parse(found) as AxeResults['violations']).map(
    ({ id, impact, nodes }) => `${id} (${impact}, ${nodes.length}): ${nodes[0]!.html}`,
  );
}

/** Nothing is found in this state, whatever the width and the colours, and nothing is wider than the page. */
async function check(state: string): Promise<void> {
  const found: string[] = [];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violations('{ runOnly: ["color-contrast"] }')));
  await page.emulateMedia({ colorScheme: 'light' });
  for (const size of [smallest, narrow, wide]) {
    await page.setViewportSize(size);
    if (size !== smallest) found.push(...(await violations('{}')));
    const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    if ((await run(over)) !== '0') found.push(`wider than ${size.width}`);
  }
  counts.push(`${state}: ${found.length}`);
  expect.soft(found, state).toEqual([]);
}

const tabs = [
  'Data',
  'Bootstrap',
  'Table',
  'Checks',
  'Claims',
  'Specification curve',
  'Text',
  'Code',
];
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
/** The part of the tab is loaded with its first use. */
const loaded = () => page.locator('#panel > *').first().waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('the opening screen, and a paper with a choice that was moved', async () => {
  await page.getByRole('article').first().waitFor();
  await check('opening screen');
  await page.getByLabel('Standard errors').selectOption('HC3');
  await page.getByRole('button', { name: /^Restore the author/ }).waitFor();
  await check('a moved choice');
}, 120_000);

test('the form, its lists and its faults', async () => {
  await press('Write');
  await page.getByRole('heading', { name: 'Model', exact: true }).waitFor();
  await check('estimate');
  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await check('an open list');
  await page.keyboard.press('Escape');
  await press('What is Formula?');
  await check('help');
  await page.getByRole('textbox', { name: 'Formula' }).fill('n ~ L.n + nosuch');
  await page.keyboard.press('Tab');
  await page.getByText('This model has no estimate', { exact: false }).waitFor();
  await check('a fault in the form');
  await press('Undo');
  await page
    .getByText('This model has no estimate', { exact: false })
    .waitFor({ state: 'detached' });
}, 120_000);

test('tabs before and after their work', async () => {
  for (const name of tabs) {
    await tab(name);
    await loaded();
    await check(`${name}, before its work`);
  }
  await tab('Data');
  await page.getByRole('button', { name: 'w', exact: true }).first().click();
  await page.getByText('Std. deviation').waitFor();
  await check('a column');
  await tab('Estimate');
  await page.getByText('Whole report').click();
  await page.getByText('Some instruments are not valid', { exact: false }).waitFor();
  await press('Add to the table');
  await check('the whole report');
  await tab('Table');
  await page.getByRole('textbox', { name: 'Heading of column 1' }).waitFor();
  await check('a table');
  await tab('Bootstrap');
  await press('Start');
  await page.getByText('1,000 replicates, 0 failed').waitFor();
  await page.getByRole('img', { name: /./ }).first().waitFor();
  await check('a bootstrap');
  await tab('Checks');
  for (const [ended, name] of [
    'Leave each out',
    'Find the sets',
    'Vary the instruments',
  ].entries()) {
    await press(name);
    await page.getByRole('status').getByText('Done.').nth(ended).waitFor();
  }
  await check('checks');
  await tab('Specification curve');
  await press('Estimate all');
  await page.getByText('65 of 65 specifications are shown').waitFor();
  await page.getByText('Leave out or join options').click();
  await check('a curve');
}, 240_000);

test('dialogs, failures and warnings', async () => {
  await tab('Estimate');
  await page.getByRole('button', { name: /^L1\.n is/ }).click();
  await page.getByRole('dialog').getByText('751 of 1,031').waitFor();
  await check('where a number comes from');
  await press('Save the claim');
  await page.getByText('Saved: ', { exact: false }).waitFor();
  await press('Close');
  await tab('Claims');
  await page
    .getByText(/upported\. /)
    .first()
    .waitFor();
  await check('claims');
  for (const [name, text] of [
    ['Share', 'Link to this work'],
    ['Kept work', 'open here'],
  ] as const) {
    await press(name);
    await page.getByRole('dialog').getByText(text).first().waitFor();
    await check(name);
    await press('Close');
  }
  await press('Paste cells');
  await check('pasting cells');
  await press('Cancel');
  await tab('Code');
  await page
    .getByRole('textbox', { name: /^A command or script/ })
    .fill('xtabond2 n L.n w, gmm(L.n');
  await press('Use as the model');
  await page.getByRole('tabpanel').locator('.failure').first().waitFor();
  await check('code with a fault');
  await tab('Text');
  const editor = page.getByRole('textbox', { name: 'Text of the model' });
  await editor.click();
  await page.keyboard.type('nosuch: [');
  await page.getByText('Until the text has no such fault', { exact: false }).waitFor();
  await check('text with a fault');
  await press('Undo');
  await chooseFile(page, 'comma.csv', Buffer.from('a;b\n1,5;NA\n2,5;1\n3,5;4\n'));
  await page.getByLabel('Warnings about the data').waitFor();
  await check('warnings of a file');
  await chooseFile(page, 'bad.csv', Buffer.from('a,b\n1,2,3\n'));
  await page.getByRole('alert').first().waitFor();
  await check('a file that cannot be read');
}, 120_000);

test('keys alone reach the content, move tabs, and come back from dialogs; the estimate is announced', async () => {
  const fresh = await openApp(visits, { viewport: wide });
  const focused = () => fresh.evaluate(() => document.activeElement?.textContent);
  await fresh.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await fresh.keyboard.press('Enter');
  expect(await fresh.evaluate(() => document.activeElement?.id)).toBe('main');
  const slider = fresh.getByRole('slider', { name: 'Last lag of n' });
  await slider.focus();
  await fresh.keyboard.press('ArrowRight');
  await fresh
    .getByRole('status')
    .getByText(/^Estimated: L1\.n (?!0\.945)/)
    .waitFor({ state: 'attached' });
  await fresh.getByRole('button', { name: 'Write', exact: true }).focus();
  await fresh.keyboard.press('Enter');
  await fresh.getByRole('tab', { name: 'Estimate' }).focus();
  await fresh.keyboard.press('End');
  expect(await focused()).toBe('Code');
  await fresh.keyboard.press('ArrowLeft');
  expect(await focused()).toBe('Text');
  const editor = fresh.getByRole('textbox', { name: 'Text of the model' });
  await editor.focus();
  await fresh.keyboard.press('Tab');
  await expect
    .poll(() => editor.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement))
    .toBeNull();
  await fresh.getByRole('button', { name: 'Share', exact: true }).focus();
  await fresh.keyboard.press('Enter');
  await fresh.getByRole('dialog').waitFor();
  await fresh.keyboard.press('Escape');
  await expect.poll(focused).toBe('Share');
  await fresh.close();
}, 120_000);

test('Chinese', async () => {
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh');
  for (const name of await page.getByRole('tab').allTextContents()) {
    await tab(name);
    await loaded();
    await check(`Chinese: ${name}`);
  }
  await press('阅读');
  await page.getByRole('article').first().waitFor();
  await check('Chinese: opening screen');
}, 120_000);
