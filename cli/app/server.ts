/**
 * Serves the page and the files that it opens to this machine only. A path begins with a random token, so that other
 * programs and pages cannot guess it, and requests under another name for this machine are refused: a page elsewhere
 * could lead its own name here.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { GivenFile } from './given.js';
import { openedAs, packagedPage, withOpened } from './page.js';

export interface AppServer {
  readonly url: string;
  close(): Promise<void>;
}

/** What is served at an address. */
interface Served {
  readonly type: string;
  /** How long a browser keeps it: names with a hash never change their content. */
  readonly cache: 'immutable' | 'no-cache' | 'no-store';
  /** The path of a given file, or the content. */
  readonly content: { readonly place: string } | { readonly read: () => Promise<Buffer> };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.yaml': 'text/plain; charset=utf-8',
  '.csv': 'text/plain; charset=utf-8',
};
const typeOf = (name: string) => types[extname(name)] ?? 'application/octet-stream';
const caching = { immutable: 'max-age=31536000, immutable' } as Readonly<Record<string, string>>;
const hashed = /-[\w-]{8}\.\w+$/;

/** Headers of all answers. The page says what it may load; a frame elsewhere may not show it. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'none'",
};

/**
 * @param port - 0 for any that is free
 * @throws Error of the system, `EADDRINUSE` if another program has the port
 */
export async function serveApp(files: readonly GivenFile[], port: number): Promise<AppServer> {
  const token = randomBytes(18).toString('base64url');
  const served = await servedFiles(files);
  const server = createServer((request, response) => {
    const refused = refusalOf(request, (server.address() as AddressInfo).port);
    const answer = refused ?? servedAt(served, request.url ?? '', token);
    if (typeof answer === 'number') response.writeHead(answer, headers).end();
    else void send(answer, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${token}/web/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Everything that is served, by its path after the token: nothing else can be reached, and folders are not listed. */
async function servedFiles(files: readonly GivenFile[]): Promise<ReadonlyMap<string, Served>> {
  const { files: ofPage, contentOf } = await packagedPage();
  const served = new Map<string, Served>();
  for (const file of ofPage) {
    const cache = hashed.test(file) ? 'immutable' : 'no-cache';
    served.set(file, { type: typeOf(file), cache, content: { read: () => contentOf(file) } });
  }
  const opened = files.map((file, i) => {
    const { name, place } = file;
    const type = typeOf(name).replace(/html|javascript/, 'plain');
    served.set(`web/opened/${i + 1}/${name}`, { type, cache: 'no-store', content: { place } });
    return openedAs(file, `opened/${i + 1}/${encodeURIComponent(name)}`);
  });
  const html = Buffer.from(withOpened(String(await contentOf('web/index.html')), opened));
  const read = () => Promise.resolve(html);
  const page: Served = { type: types['.html']!, cache: 'no-store', content: { read } };
  return served.set('web/', page).set('web/index.html', page);
}

/** The status for a request that is not answered, whatever it asks for. */
function refusalOf({ headers, method }: IncomingMessage, port: number): number | undefined {
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? '')) return 403;
  return method === 'GET' || method === 'HEAD' ? undefined : 405;
}

function servedAt(served: ReadonlyMap<string, Served>, url: string, token: string) {
  const [, first = '', path = ''] = /^\/([^/?]*)\/([^?]*)/.exec(url) ?? [];
  if (!isSame(first, token)) return 404;
  try {
    return served.get(decodeURIComponent(path)) ?? 404;
  } catch {
    return 404;
  }
}

/** Compares in a time that says nothing about the token. */
function isSame(text: string, token: string): boolean {
  const [one, other] = [Buffer.from(text), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function send(
  { type, cache, content }: Served,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = 'read' in content ? await content.read() : undefined;
  const length = 'place' in content ? (await stat(content.place)).size : bytes!.length;
  response.writeHead(200, {
    ...headers,
    'content-type': type,
    'content-length': length,
    'cache-control': caching[cache] ?? cache,
  });
  if (method === 'HEAD') response.end();
  else if ('read' in content) response.end(bytes);
  else
    createReadStream(content.place)
      .on('error', () => response.destroy())
      .pipe(response);
}
