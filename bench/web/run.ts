/**
 * `npm run bench:web` measures the page in Chromium and prints the numbers with their aims; `--save` writes them to
 * `bench/web.json`.
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchChrome } from '../../tests/browser/chrome.js';
import { median } from '../alternate.js';
import { generatePanel, sizes } from '../generate.js';
import { describeMachine, machineLines } from '../report/machine.js';
import { pageRows, type PageTimes } from './table.js';
import { heaps } from './heap.js';
import { openLink } from './link.js';
import { compareReplicates } from './replicates.js';
import { type PageServer, servePage } from './server.js';
import { moveSliders } from './sliders.js';
import { address, longTasks, type Start, visits } from './start.js';
import { watching } from './watch.js';

const rounds = 5;
const large = '/web/large.html';

/** The page, opened with 1,000 units of seven periods. */
function largePage(): Record<string, string> {
  const { columns } = generatePanel(sizes['M']!, 1);
  const names = Object.keys(columns);
  const rows = Array.from(columns['y']!, (_, i) => names.map((name) => columns[name]![i]));
  const model = {
    estimator: 'dpd',
    panel: { unit: 'unit', time: 'time' },
    formula: 'y ~ L.y + x1 + z1 + z2 + z3 + z4 + z5',
    system: true,
    steps: 2,
    gmm: [
      { vars: ['y'], lags: [2, 4] },
      { vars: ['x1'], lags: [2, 4] },
    ],
    iv: [{ vars: ['z1', 'z2', 'z3', 'z4', 'z5', 'v1'] }],
  };
  const opened = [
    { name: 'large.csv', role: 'data', address: 'large.csv' },
    { name: 'large.yaml', role: 'model', address: 'large.yaml', model },
  ];
  return {
    '/web/large.csv': [names, ...rows].join('\n'),
    [large]: `<script type="application/json" id="opened">${JSON.stringify(opened)}</script>`,
  };
}

/** Starts over the link, in turns. */
async function measureStarts(browser: Browser, server: PageServer) {
  const link = await openLink({ port: server.port, megabits: 10, roundTrip: 40 });
  const pairs: { readonly cold: Start; readonly warm: Start }[] = [];
  for (let round = 0; round < rounds; round++) pairs.push(await visits(browser, link));
  link.close();
  const middle = (kind: 'cold' | 'warm', key: 'painted' | 'bytes' | 'requests') =>
    median(pairs.map((pair) => pair[kind][key]));
  return {
    cold: middle('cold', 'painted'),
    warm: middle('warm', 'painted'),
    bytes: middle('cold', 'bytes'),
    requests: middle('cold', 'requests'),
    longTask: Math.max(...pairs.flatMap(({ cold, warm }) => [cold.longest, warm.longest])),
  };
}

async function open(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.addInitScript(watching);
  await page.goto(origin);
  await page.locator('table.coefficients tbody tr').first().waitFor();
  await page.waitForTimeout(3000); // what the first screen loads after its first number
  return page;
}

const clearTasks = (page: Page) => page.evaluate(() => void globalThis.watched!.long.splice(0));
const longest = async (page: Page) => Math.max(0, ...(await longTasks(page)));

async function measureUse(browser: Browser, origin: string) {
  const page = await open(browser, origin + address);
  await clearTasks(page);
  const demo = await moveSliders(page);
  const sliderTask = await longest(page);
  const { few, many } = await heaps(page, 1000);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await clearTasks(page);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.waitForTimeout(300);
  }
  const tabTask = await longest(page);
  await clearTasks(page);
  await page.getByRole('textbox', { name: 'Formula' }).pressSequentially(' + ys', { delay: 50 });
  const typingTask = await longest(page);
  const uncounted = await page.evaluate(() => globalThis.watched!.uncounted);
  await page.close();
  const tasks = {
    sliders: sliderTask,
    tabs: tabTask,
    typing: typingTask,
  };
  return { demo, few, many, uncounted, tasks };
}

/** On a fresh page, whose model is the example that Node has. */
async function measureReplicates(browser: Browser, origin: string) {
  const page = await open(browser, origin + address);
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await clearTasks(page);
  const replicates = await compareReplicates(page, rounds);
  const bootstrap = await longest(page);
  await page.close();
  return { replicates, bootstrap };
}

async function measureLarge(browser: Browser, origin: string) {
  const page = await open(browser, origin + large);
  const steps = await moveSliders(page);
  await page.close();
  return steps;
}

async function measure(): Promise<PageTimes> {
  const server = await servePage(largePage());
  const browser = await launchChrome();
  const origin = `http://127.0.0.1:${server.port}`;
  try {
    const { longTask, ...start } = await measureStarts(browser, server);
    const { tasks, ...use } = await measureUse(browser, origin);
    const { replicates, bootstrap } = await measureReplicates(browser, origin);
    return {
      machine: describeMachine(),
      browser: browser.version(),
      rounds,
      start,
      ...use,
      replicates,
      large: await measureLarge(browser, origin),
      tasks: { start: longTask, ...tasks, bootstrap },
    };
  } finally {
    await browser.close();
    server.close();
  }
}

const times = await measure();
console.log(machineLines(times.machine));
for (const [name, value, aim] of pageRows(times)) {
  console.log(name.padEnd(64), value.padStart(18), aim.padStart(12));
}
if (process.argv.includes('--save')) {
  writeFileSync(new URL('../web.json', import.meta.url), JSON.stringify(times, null, 2));
}
process.exit(0);
