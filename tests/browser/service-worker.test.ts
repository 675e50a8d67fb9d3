/** A service worker estimates, and serves its page offline: it may not use import(), and has no workers. */
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootstrap, ols } from 'wasmetrics';
import { launchChrome } from './chrome.js';
import { serve } from './server.js';

const data = { y: [1, 3, 2, 5, 4, 6, 8], x: [1, 2, 3, 4, 6, 5, 9] };

/** A service worker that keeps the page, and answers /fit with what `estimate` returns. */
const script = (imports: string, estimate: string) => `
  ${imports}
  const data = ${JSON.stringify(data)};
  const estimate = async () => { ${estimate} };
  self.addEventListener('install', (event) => {
    event.waitUntil(caches.open('page').then((cache) => cache.addAll(['/'])));
    self.skipWaiting();
  });
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener('fetch', (event) => {
    const { pathname } = new URL(event.request.url);
    const answer = pathname === '/fit' ? estimate().then((fit) => Response.json(fit)) : undefined;
    event.respondWith(answer ?? caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  });`;

const ofArrays = script(
  `import { ols, ready } from '/esm/estimators.js';`,
  `await ready(); return [...ols(data.y, [data.x]).arrays.params];`,
);

const ofFormulas = script(
  `import { bootstrap, ols } from './dist/esm/index.js';`,
  `const fit = await ols(data, { formula: 'y ~ x' });
   const { stdErrors } = await bootstrap(fit, { reps: 400, seed: 3 }).result;
   return { params: fit.params, stdErrors };`,
);

/** One file without import(): the bundler puts what is loaded on use into it. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('../..', import.meta.url).pathname },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    external: ['apache-arrow', 'vega', 'vega-lite', 'node:*', '*/wasmetrics-worker.js'],
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0]!.text;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChrome();
}, 900_000);
afterAll(() => browser?.close());

/** What the service worker answers with the server, and after the server has ended and the page was loaded again. */
async function answersOf(worker: string): Promise<unknown[]> {
  const server = await serve({ '/': '<title>kept</title>', '/sw.js': worker });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const fit = () => page.evaluate(async () => (await fetch('/fit')).json() as Promise<unknown>);
    await page.goto(`${server.origin}/`);
    await page.evaluate(async () => {
      const controlled = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve),
      );
      await navigator.serviceWorker.register('/sw.js', { type: 'module' });
      await controlled;
    });
    const online = await fit();
    await context.setOffline(true);
    await page.reload();
    expect(await page.title()).toBe('kept');
    return [online, await fit()];
  } finally {
    await context.close();
    await server.close();
  }
}

test('a service worker that imports the file of estimators fits arrays, also offline', async () => {
  const { params } = await ols(data, { formula: 'y ~ x' });
  const bits = [params['_cons'], params['x']];
  const [online, offline] = await answersOf(ofArrays);
  expect([...(online as number[])].sort()).toEqual([...bits].sort());
  expect(offline).toEqual(online);
});

test('a service worker in one file fits and bootstraps a formula, also offline', async () => {
  const fit = await ols(data, { formula: 'y ~ x' });
  const { stdErrors } = await bootstrap(fit, { reps: 400, seed: 3 }).result;
  const expected = { params: fit.params, stdErrors };
  expect(await answersOf(await bundled(ofFormulas))).toEqual([expected, expected]);
});
