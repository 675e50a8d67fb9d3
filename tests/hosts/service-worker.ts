/** A Service Worker in one file of a bundler: it may not use `import()`, has no workers, and answers without a network. */
import { join } from 'node:path';
import { type Answer, app, command, file, type Host, imports } from './app.js';
import { esbuild, viteOf } from './bundlers.js';
import { openPage } from './page.js';
import { serveFolder } from './serve-folder.js';

/** Of `wasmetrics/data` by name: Vite 8 leaves parts of `import *` out of one file. */
const names = imports('wasmetrics', 'wasmetrics/estimators')
  .replace('* as data from', '{ parseCsv } from')
  .replace('...data', 'parseCsv');

const worker = `${names}
const failed = (error) => new Response(error.stack, { status: 500 });
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open('page').then((cache) => cache.addAll(['/'])));
  self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  const answer = () => runProgram(root, estimators).then((one) => Response.json(one), failed);
  const kept = () => caches.match(event.request).then((page) => page ?? fetch(event.request));
  event.respondWith(pathname === '/fit' ? answer() : kept());
});\n`;

const index = '<!doctype html><link rel="icon" href="data:,"><title>kept</title>';

/** What the page of a folder with \`sw.js\` gets from it, without the server. */
async function answerOffline(folder: string): Promise<Answer> {
  file(`${folder}/index.html`, index);
  const site = await serveFolder(join(app, folder));
  const page = await openPage();
  try {
    await page.goto(site.origin);
    await page.evaluate(async () => {
      const controlled = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve),
      );
      await navigator.serviceWorker.register('/sw.js', { type: 'module' });
      await controlled;
    });
    await page.context().setOffline(true);
    await page.reload();
    if ((await page.title()) !== 'kept') throw new Error('the page is not served offline');
    return await page.evaluate(async () => {
      const response = await fetch('/fit');
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Answer;
    });
  } finally {
    await page.context().close();
    await site.close();
  }
}

const entry = () => file('service-worker.js', worker);

/** `oneFile` is the option of the bundler that puts what `import()` loads into the file. */
function byVite(version: string, oneFile: object): Host {
  const { packages, load, name } = viteOf(version);
  return {
    name: `Service Worker, Vite ${version.split('.')[0]}`,
    packages,
    run: async () => {
      const { build } = await load();
      const outDir = `service-worker-${name}`;
      const output = { entryFileNames: 'sw.js', ...oneFile };
      const options = { input: entry(), output };
      const settings = { root: app, configFile: false, logLevel: 'error' } as const;
      await build({ ...settings, build: { outDir, emptyOutDir: true, rollupOptions: options } });
      return answerOffline(outDir);
    },
  };
}

export const serviceWorkerHosts: readonly Host[] = [
  {
    name: 'Service Worker, esbuild',
    packages: [],
    quick: true,
    run: async () => {
      const out = ['--bundle', '--format=esm', '--outfile=service-worker/sw.js'];
      await command(esbuild, [entry(), ...out]);
      return answerOffline('service-worker');
    },
  },
  byVite('7.3.8', { inlineDynamicImports: true }),
  byVite('8.3.8', { codeSplitting: false }),
];
