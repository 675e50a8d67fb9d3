/** Pages in Chromium: on a file server, from another origin, in a worker. */
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChrome } from '../browser/chrome.js';
import { serveFolder, type Site } from './serve-folder.js';
import { type Answer, app, file, type Host, program } from './app.js';

let browser: Promise<Browser> | undefined;

/** An empty page with storage of its own. */
export async function openPage(): Promise<Page> {
  browser ??= launchChrome();
  return (await browser).newPage();
}

/** Opens a page and waits for its `answer`, or for an error of the page. */
export async function answerOfPage(site: Site): Promise<Answer> {
  const page = await openPage();
  try {
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    await page.goto(site.origin);
    const answered = page.waitForFunction(() => (globalThis as { answer?: unknown }).answer);
    const answer = await Promise.race([failed, answered]);
    return (await answer.jsonValue()) as Answer;
  } finally {
    await page.close();
    await site.close();
  }
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}

const icon = '<!doctype html><link rel="icon" href="data:,">';
const dist = join(app, 'node_modules/wasmetrics/dist');
const set = 'globalThis.answer = answer;';

/** The browser build on a server that other origins may import from. */
export function serveLibrary(): Promise<Site> {
  return serveFolder(dist, { 'access-control-allow-origin': '*' });
}

/** The folder of the plain page, with the browser build as `library/`. */
function plainSite(): Promise<Site> {
  cpSync(dist, join(app, 'plain/library'), { recursive: true });
  copyFileSync(join(app, 'program.js'), join(app, 'plain/program.js'));
  return serveFolder(join(app, 'plain'));
}

export const pageHosts: readonly Host[] = [
  {
    name: 'plain page',
    packages: [],
    quick: true,
    run: async () => {
      const code = program('./library/esm/index.js', './library/esm/estimators.js') + set;
      file('plain/index.html', `${icon}<script type="module">${code}</script>`);
      return answerOfPage(await plainSite());
    },
  },
  {
    name: 'library from another origin',
    packages: [],
    run: async () => {
      const cdn = await serveLibrary();
      const code = program(`${cdn.origin}esm/index.js`, `${cdn.origin}esm/estimators.js`) + set;
      file('plain/index.html', `${icon}<script type="module">${code}</script>`);
      try {
        return await answerOfPage(await plainSite());
      } finally {
        await cdn.close();
      }
    },
  },
  {
    name: 'file of a delivery network',
    packages: [],
    quick: true,
    run: async () => {
      cpSync(dist, join(app, 'network/npm/wasmetrics@1/dist'), { recursive: true });
      const headers = { 'access-control-allow-origin': '*' };
      const names = { '/npm/wasmetrics@1': '/npm/wasmetrics@1/dist/cdn.js' };
      const cdn = await serveFolder(join(app, 'network'), headers, names);
      const at = `${cdn.origin}npm/wasmetrics@1`;
      const code = `import * as root from '${at}';
import * as same from '${at}/dist/cdn.js';
import * as data from '${at}/dist/esm/data.js';
import * as estimators from '${at}/dist/esm/estimators.js';
import { runProgram } from './program.js';
if (root.ols !== same.ols) throw new Error('two libraries');
globalThis.answer = await runProgram({ ...root, ...data }, estimators);`;
      file('plain/index.html', `${icon}<script type="module">${code}</script>`);
      try {
        return await answerOfPage(await plainSite());
      } finally {
        await cdn.close();
      }
    },
  },
  {
    name: 'in a Web Worker',
    packages: [],
    run: async () => {
      const code = program('./library/esm/index.js', './library/esm/estimators.js');
      file('plain/own-worker.js', `${code}postMessage(answer);`);
      const start = `const worker = new Worker('own-worker.js', { type: 'module' });
worker.onmessage = ({ data }) => (globalThis.answer = data);`;
      file('plain/index.html', `${icon}<script type="module">${start}</script>`);
      return answerOfPage(await plainSite());
    },
  },
];
