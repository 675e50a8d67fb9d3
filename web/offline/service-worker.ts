/**
 * Keeps the page for visits without a network. All files are of one build: the kept copy is replaced as a whole, when
 * no page shows it any more, and only by files whose hash is that of their list.
 */
import type { FileList } from './file-list.js';

interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetched extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The build writes the version of the files here, so that a browser sees a new script with new files. */
const version = '@version@';
const list = 'web/files.json';
const kept = `wasmetrics-${version}`;
const scope = globalThis as unknown as {
  readonly caches: CacheStorage;
  addEventListener(type: string, listener: (event: never) => void): void;
};

/** The folder that holds the page and the library. */
const root = new URL('./', location.href);

async function keep(): Promise<void> {
  const { files, version: newest } = (await (await ask(list, 'no-store')).json()) as FileList;
  if (newest !== version) throw new Error('the files are of another build');
  const answers = await Promise.all(
    files.map((file) => ask(new URL(file, root), isHashed(file) ? 'default' : 'no-cache')),
  );
  await check(files, answers);
  const cache = await scope.caches.open(kept);
  await Promise.all(answers.map((answer, i) => cache.put(new URL(files[i]!, root), answer)));
}

/** Names with a hash never change their content. */
const isHashed = (file: string) => /-[\w-]{8}\.\w+$/.test(file);

async function ask(address: string | URL, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${String(address)}: ${response.status}`);
  return response;
}

/** Refuses files of which some are older than others, as a visit during an update may find them. */
async function check(files: readonly string[], answers: readonly Response[]): Promise<void> {
  const contents = await Promise.all(answers.map((answer) => answer.clone().arrayBuffer()));
  const parts = contents.flatMap((content, i) => [files[i]!, content]);
  const all = await new Blob(parts).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  const text = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!text.startsWith(version)) throw new Error('the files are of several builds');
}

async function forgetOthers(): Promise<void> {
  const names = await scope.caches.keys();
  const others = names.filter((name) => name.startsWith('wasmetrics-') && name !== kept);
  await Promise.all(others.map((name) => scope.caches.delete(name)));
}

/** The kept file, also for the address of the folder. All else is asked of the server. */
async function answered(request: Request): Promise<Response> {
  const cache = await scope.caches.open(kept);
  const address = new URL(request.url);
  if (address.pathname.endsWith('/')) address.pathname += 'index.html';
  return (await cache.match(address, { ignoreSearch: true })) ?? fetch(request);
}

scope.addEventListener('install', (event: Extendable) => event.waitUntil(keep()));
scope.addEventListener('activate', (event: Extendable) => event.waitUntil(forgetOthers()));
scope.addEventListener('fetch', (event: Fetched) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(root.href)) event.respondWith(answered(event.request));
});
