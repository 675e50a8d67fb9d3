/** A folder as a plain file server gives it. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves a folder; files that do not exist are the page, as single-page servers do. `names` are other paths of its files. */
export async function serveFolder(
  folder: string,
  headers = {},
  names: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const path = names[pathname] ?? pathname;
    const send = (name: string) =>
      readFile(join(folder, normalize(name))).then((body) => {
        const type = types[extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, ...headers }).end(body);
      });
    send(path.endsWith('/') ? `${path}index.html` : path)
      .catch(() => send('index.html'))
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { origin: `http://127.0.0.1:${port}/`, close };
}
