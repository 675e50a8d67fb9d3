/**
 * The connection to Redis or Valkey: why it fails, in words without passwords, and which failures a retry does not
 * mend.
 */
import type { OnNotice } from '../bindings/words/errors/program/queue.js';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { EconError, EngineError, InputError } from '../bindings/index.js';
import { withoutSecrets } from '../bindings/entries/report.js';
import { quoted } from '../bindings/core/errors/quoted.js';
import * as said from '../bindings/words/errors/program/queue.js';
import type { Told } from '../bindings/words/told.js';
import { checkedAddress, type Connection, secretsOf } from './address.js';
import { connect as plain } from 'node:net';
import { connect as secure } from 'node:tls';

/** Finds out whether a server expects TLS or plain Redis. Nothing secret is sent. */
interface Asked {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** Milliseconds to wait for an answer. */
const PATIENCE_MS = 3000;

function speaks({ host, port, tls }: Asked): Promise<boolean> {
  return new Promise((resolve) => {
    // Any certificate is accepted, because the connection ends after the handshake.
    const socket = tls
      ? secure({ host, port, rejectUnauthorized: false }, () => end(true))
      : plain({ host, port }, () => socket.write('PING\r\n'));
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE_MS, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    if (!tls) socket.once('data', (data) => end(/^[+-][A-Z]/.test(data.toString('latin1'))));
  });
}

export interface Server {
  readonly redis: Redis;
  /** Rejects if the server refuses the password, or if its certificate is refused: a retry does not mend these. */
  readonly refused: Promise<never>;
  /** The error of a command, with passwords removed. */
  errorOf(error: unknown): EconError;
  /** The message of an error, with passwords removed. */
  hidden(error: unknown): string;
}

/** TLS errors by code, and what a server without TLS answers to TLS, or the reverse. */
const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO$)/;
const otherProtocol = /Protocol error, got/;
const authentication =
  /^(WRONGPASS|NOAUTH|NOPERM|ERR (invalid|AUTH|Client sent AUTH|wrong number of arguments for 'auth'))/i;

/**
 * Connects. Commands wait while the server restarts, as BullMQ demands of workers. `onNotice` is called once for each
 * reason why the server cannot be reached.
 *
 * @throws InputError `bad-value` if the address is not a Redis address
 */
export function openServer(connection: Connection, onNotice?: OnNotice): Server {
  const waiting = { maxRetriesPerRequest: null } as const;
  const checked = checkedAddress(connection);
  const redis =
    typeof checked === 'string'
      ? new Redis(checked, waiting)
      : new Redis({ ...checked, ...waiting });
  const secrets = [...secretsOf(checked), ...secretsOf(redis.options)];
  const hidden = (error: unknown) =>
    withoutSecrets(error instanceof Error ? error.message : String(error), secrets);
  let refuse: (error: EconError) => void;
  const refused = new Promise<never>((_, reject) => (refuse = reject));
  refused.catch(() => undefined); // also if nobody awaits it
  const told = new Set<string>();
  redis.on('error', (error: Error) => {
    const refusal = refusalOf(redis, error, hidden(error));
    if (refusal !== undefined) return refuse(refusal);
    // ioredis connects again
    const away = said.serverAway({ server: placeOf(redis), reason: hidden(error) });
    if (!told.has(away.text)) onNotice?.(away.text, away);
    told.add(away.text);
  });
  return {
    redis,
    refused,
    hidden,
    errorOf: (error) =>
      error instanceof EconError
        ? error
        : (refusalOf(redis, error, hidden(error)) ??
          new EngineError(
            said.queueCommandFailed({ server: placeOf(redis), reason: hidden(error) }),
            'queue',
          )),
  };
}

function placeOf({ options }: Redis): string {
  const { host = '', port = '', path } = options;
  return path ?? `${host}:${port}`;
}

/** The error, if a retry does not mend it. */
function refusalOf(redis: Redis, error: unknown, reason: string): InputError | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const server = placeOf(redis);
  if (authentication.test(message)) {
    const [kind = ''] = reason.split(' ');
    return new InputError(said.queueAuthentication({ server, kind, reason }), 'queue');
  }
  if (tlsCodes.test(code) || tlsCodes.test(reason)) {
    return new InputError(said.queueTlsFailed({ server, reason }), 'queue');
  }
  if (otherProtocol.test(message)) {
    return new InputError(said.queueProtocol({ server, reason }), 'queue');
  }
  return undefined;
}

/** Milliseconds before a silent server is probed for TLS, and between two probes. */
const ASK_MS = 1000;

/**
 * Rejects once a probe shows that the server uses TLS and the address does not, or the reverse: such a server never
 * answers.
 */
async function otherSpoken(redis: Redis, signal: AbortSignal): Promise<never> {
  for (;;) {
    await wait(ASK_MS, undefined, { signal });
    const { host = 'localhost', port = 6379, path, sentinels, tls } = redis.options;
    const isAddress = path === undefined && (sentinels ?? null) === null;
    if (!isAddress || !(await speaks({ host, port, tls: tls === undefined }))) continue;
    const other = { server: placeOf(redis), hasTls: tls === undefined };
    throw new InputError(said.queueTlsOther(other), 'queue');
  }
}

/**
 * Waits for the server. A command sent before it is reached would wait forever.
 *
 * @throws InputError `queue-authentication`, `queue-tls` at once; EngineError `queue-unreachable` when the time is over
 */
export async function reached(
  { redis, refused, errorOf }: Server,
  seconds: number,
  signal?: AbortSignal,
): Promise<void> {
  if (redis.status === 'ready') return;
  let last: Told | undefined;
  const hear = (error: Error) => (last = quoted(errorOf(error)));
  redis.on('error', hear);
  const ready = new Promise<boolean>((resolve) => redis.once('ready', () => resolve(true)));
  const end = new AbortController();
  const ended = AbortSignal.any([end.signal, ...(signal === undefined ? [] : [signal])]);
  const late = Number.isFinite(seconds) ? [wait(1000 * seconds, false, { signal: ended })] : [];
  try {
    if (await Promise.race([ready, refused, otherSpoken(redis, ended), ...late])) return;
  } finally {
    end.abort();
    redis.off('error', hear);
  }
  throw new EngineError(said.queueUnreachable({ server: placeOf(redis), seconds, last }), 'queue');
}
