/** A Valkey of Debian on a free port, in a temporary folder, with a password and an append-only file. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';

export interface Valkey {
  readonly url: string;
  /** Ends the server as a crash would, and starts it again from its file. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export const password = 'sesame-0815';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export async function startValkey(): Promise<Valkey> {
  execFileSync('valkey-server', ['--version']); // apt-get install valkey-server
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-valkey-'));
  const port = await freePort();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const kept = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    const where = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
    const all = [...where, ...kept, '--requirepass', password];
    const server = spawn('valkey-server', all, { stdio: 'ignore' });
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    await redis.ping();
    redis.disconnect();
    return server;
  };
  const end = async (server: ChildProcess) => {
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  };
  let server = await start();
  return {
    url,
    async restart() {
      await end(server);
      await wait(500);
      server = await start();
    },
    async stop() {
      await end(server);
      rmSync(folder, { recursive: true });
    },
  };
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** A process of `wasmetrics worker` that is ready. */
export async function startProcess(
  url: string,
  name: string,
  program = dist,
): Promise<ChildProcess> {
  const args = ['worker', '--name', name, '--concurrency', '1', '--lock', '3s'];
  const child = spawn(process.execPath, [join(program, 'cli/main.js'), ...args], {
    env: { ...process.env, REDIS_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const text of child.stdout) if (/is ready/.test(String(text))) break;
  return child;
}
