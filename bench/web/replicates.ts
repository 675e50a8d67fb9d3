/** 10,000 replicates of the page's model in the page and in Node 24, in turns, with as many workers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { median } from '../alternate.js';

export interface Replicates {
  /** Median milliseconds. */
  readonly page: number;
  /** Undefined without Node 24. */
  readonly node?: number;
  /** Median of the ratios of neighbouring runs. */
  readonly ratio?: number;
}

const reps = 10_000;
const workers = 2;
const options = { reps, seed: 1, workers, ci: ['percentile', 'normal', 'bca'] };

/** Where `node tests/other-nodes.mjs 24` installs it. */
const binary = `node-${process.platform}-${process.arch}`;
const node24 = fileURLToPath(
  new URL(`../../build/node-24/node_modules/${binary}/bin/node`, import.meta.url),
);

/** Runs both `rounds` times after one run that is not counted. */
export async function compareReplicates(page: Page, rounds: number): Promise<Replicates> {
  await page.getByRole('tab', { name: 'Bootstrap', exact: true }).click();
  const fill = (name: string, value: number) =>
    page.getByRole('spinbutton', { name, exact: true }).fill(String(value));
  await fill('Replicates', reps);
  await fill('Workers', workers);
  const child = existsSync(node24) ? await startNode() : undefined;
  const pairs: { readonly page: number; readonly node: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const inPage = await runInPage(page);
    pairs.push({ page: inPage, node: child === undefined ? NaN : await runInNode(child) });
  }
  child?.kill();
  const counted = pairs.slice(1);
  const inPage = median(counted.map((pair) => pair.page));
  if (child === undefined) return { page: inPage };
  return {
    page: inPage,
    node: median(counted.map((pair) => pair.node)),
    ratio: median(counted.map((pair) => pair.page / pair.node)),
  };
}

/** Milliseconds from the press of the button to the result on the page. */
const runInPage = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = document.querySelector<HTMLButtonElement>('#panel button.primary')!;
        const start = performance.now();
        let isRunning = false;
        const observer = new MutationObserver(() => {
          isRunning ||= button.disabled;
          if (!isRunning || button.disabled) return;
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true });
        button.click();
      }),
  );

async function startNode(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('node-replicates.mjs', import.meta.url));
  const child = spawn(node24, [script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

async function runInNode(child: ChildProcess): Promise<number> {
  const file = new URL('../../examples/employment.yaml', import.meta.url);
  const model = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  delete model['data'];
  delete model['bootstrap'];
  child.send({ model, options });
  const [milliseconds] = (await once(child, 'message')) as [number];
  return milliseconds;
}
