/** A server that a program of Node starts, and what it answers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Answer } from './app.js';
import type { Site } from './serve-folder.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a server, which listens at the port of the variable `PORT`, and waits for its first answer. */
export async function openServer(
  node: string,
  args: readonly string[],
  folder: string,
): Promise<Site> {
  const port = await freePort();
  // Vite sets NODE_ENV in the process that builds, and Next.js refuses `eval` in production.
  const env = { ...process.env, PORT: String(port), NODE_ENV: undefined };
  const server = spawn(node, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://localhost:${port}/`;
  const close = () => Promise.resolve(void server.kill());
  for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
    const isOpen = await fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isOpen) return { origin, close };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
  throw new Error(`the server of ${args.join(' ')} did not answer`);
}

async function responseOf(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response;
}

/** The answer of a route. */
export async function answerOfUrl(url: string): Promise<Answer> {
  return (await (await responseOf(url)).json()) as Answer;
}

/** The answer that a page holds in its `pre` as the server sends it. */
export async function renderedAnswer(url: string): Promise<Answer> {
  const text = await (await responseOf(url)).text();
  const [, json = ''] = /<pre[^>]*>([^<]*)<\/pre>/.exec(text) ?? [];
  return JSON.parse(json.replaceAll('&quot;', '"')) as Answer;
}
