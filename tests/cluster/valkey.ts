/** A Valkey of Debian on a free port, in a temporary folder, with a password and an append-only file. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
/** The key of runners and workers. */
export const key = 'open-sesame-to-the-queue-4711';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export interface ValkeyOptions {
  /** Speak TLS with this certificate and key. */
  readonly tls?: Tls;
}

export interface Tls {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that no authority signed, in a folder. */
export function selfSigned(folder: string): Tls {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
  execFileSync('openssl', [...args, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert, key };
}

export async function startValkey({ tls }: ValkeyOptions = {}): Promise<Valkey> {
  execFileSync('valkey-server', ['--version']); // apt-get install valkey-server
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-valkey-'));
  const port = await freePort();
  const url = `${tls === undefined ? 'redis' : 'rediss'}://:${password}@127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const kept = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    // prettier-ignore
    const secure = tls && [
      '--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no',
      '--tls-cert-file', tls.cert, '--tls-key-file', tls.key, '--tls-ca-cert-file', tls.cert,
    ];
    const where = ['--bind', '127.0.0.1', '--dir', folder, ...(secure ?? ['--port', String(port)])];
    const all = [...where, ...kept, '--requirepass', password];
    const server = spawn('valkey-server', all, { stdio: 'ignore' });
    const ca = tls && { tls: { ca: readFileSync(tls.cert) } };
    const redis = new Redis(url, { maxRetriesPerRequest: null, ...ca });
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

interface ProcessOptions {
  /** Folder of the build. */
  readonly program?: string | undefined;
  readonly more?: readonly string[];
  readonly env?: Record<string, string>;
  /** The address space that it may have (`ulimit -v`). */
  readonly gigabytes?: number;
}

/** A process of `wasmetrics worker` that is ready. */
export async function startProcess(
  url: string,
  name: string,
  { program = dist, more = [], env = {}, gigabytes }: ProcessOptions = {},
): Promise<ChildProcess> {
  const limit = gigabytes === undefined ? '' : `ulimit -v ${gigabytes * 2 ** 20}; `;
  const node = [process.execPath, join(program, 'cli/main.js')];
  const args = ['worker', '--name', name, '--concurrency', '1', '--lock', '3s', ...more];
  const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...node, ...args], {
    env: { ...process.env, REDIS_URL: url, WASMETRICS_QUEUE_KEY: key, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for await (const text of child.stdout) if (/is ready/.test(String(text))) break;
  return child;
}
