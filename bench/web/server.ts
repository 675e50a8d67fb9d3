/** A static host of the page: files of `dist/` by Brotli, as a server would keep them, and files that are given. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const none = () => undefined;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface PageServer {
  readonly port: number;
  close(): void;
}

/** Serves `dist/` and `given`, texts by path, of which an `.html` is the page with that in its head, on a free port of this machine. Files are compressed once. */
export async function servePage(given: Readonly<Record<string, string>> = {}): Promise<PageServer> {
  const kept = new Map<string, Promise<Buffer>>();
  const compressed = async (path: string) => {
    const text = given[path];
    const isPage = text !== undefined && path.endsWith('.html');
    const file = await readFile(join(dist, isPage ? 'web/index.html' : normalize(path))).catch(
      none,
    );
    const body = isPage ? String(file).replace('<head>', `<head>${text}`) : (text ?? file);
    if (body === undefined) throw new Error(path);
    return path.endsWith('.gz') ? (body as Buffer) : brotliCompressSync(body);
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    if (!kept.has(path)) kept.set(path, compressed(path));
    const encoding = path.endsWith('.gz') ? {} : { 'content-encoding': 'br' };
    const headers = {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...encoding,
    };
    kept.get(path)!.then(
      (body) => response.writeHead(200, { ...headers, 'content-length': body.length }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => void server.close(),
  };
}
