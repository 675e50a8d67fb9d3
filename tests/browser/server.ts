/** A static host without special headers: the build in `dist/`, and a blank page at `/`. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Server {
  readonly origin: string;
  close(): Promise<void>;
}

type ByPath<Value> = Readonly<Record<string, Value>>;

/** Serves `dist/` and `pages`, texts by path, on a free port of this machine, with further headers by path, or for all under `*`. */
export async function serve(
  pages: ByPath<string>,
  headers: ByPath<ByPath<string>> = {},
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const type = types[extname(path)] ?? (path === '/' ? types['.html']! : 'text/plain');
    const send = (status: number, body: string | Buffer) =>
      response
        .writeHead(status, {
          'content-type': type,
          'cache-control': 'max-age=600',
          ...headers['*'],
          ...headers[path],
        })
        .end(body);
    const page = pages[path];
    if (page !== undefined) send(200, page);
    else
      readFile(join(dist, normalize(path))).then(
        (body) => send(200, body),
        () => send(404, ''),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
