/** Errors of the queue and of its server, in English. */
import { says, type Told } from '../../told.js';

/** Why an address of a server cannot be used; its other parts may be a password. */
export interface RedisAddress {
  readonly path: 'redis';
  readonly reason: 'no-protocol' | 'protocol' | 'unreadable';
  readonly protocol?: string;
}

export const badRedisAddress = says(
  'bad-value/redis-address',
  ({ reason, protocol }: RedisAddress) => {
    const found = {
      'no-protocol': 'an address without a protocol',
      protocol: `${protocol}://`,
      unreadable: 'an address that cannot be read; write / as %2F, # as %23 and @ as %40',
    }[reason];
    return `expected an address such as rediss://host:6379, found ${found} (the rest is hidden, as it may be a password)`;
  },
);

/** A number among the options of a queue; the value is not shown. */
export interface QueueNumber {
  readonly path: 'parts' | 'priority' | 'keep' | 'patience';
}

export const badQueueNumber = says('bad-value/queue-number', ({ path }: QueueNumber) => {
  const expected = {
    parts: 'a whole number from 1',
    priority: 'a whole number from 1 to 2097152',
    keep: 'whole seconds from 1 to ten years',
    patience: 'seconds',
  }[path];
  return `expected ${expected}, found another value`;
});

/** The name of a queue or of a worker. */
export const badQueueName = says(
  'bad-value/queue-name',
  ({ path }: { readonly path: 'queue' | 'name' }) =>
    path === 'queue'
      ? 'expected a name of 1 to 100 characters without colons, found another'
      : 'expected 1 to 200 characters, found another',
);
export const noQueueKey = says(
  'no-queue-key',
  'expected a key, found none; set WASMETRICS_QUEUE_KEY to the same secret for the runner and its workers (openssl rand -hex 32), or say --trust-queue, in a program trust: true, if nobody else can reach the server',
);

/** What is wrong with `key` or `trust`; the key is not shown. */
export type BadQueueKey =
  | { readonly path: 'trust' }
  | { readonly path: 'key'; readonly found: 'both' }
  | { readonly path: 'key'; readonly found: 'type'; readonly type: string }
  | {
      readonly path: 'key';
      readonly found: 'short';
      readonly least: number;
      readonly length: number;
    };

export const badQueueKey = says('bad-value/queue-key', (detail: BadQueueKey) => {
  if (detail.path === 'trust') return 'expected true or false, found something else';
  if (detail.found === 'both') return 'expected a key or trust, found both';
  if (detail.found === 'type') return `expected a text, found a ${detail.type}`;
  const { least, length } = detail;
  return `expected at least ${least} characters, found ${length}; openssl rand -hex 32 prints a key`;
});

/** A server by its host and port, or by the path of its socket. */
export interface OfServer {
  readonly server: string;
  /** What the server or the connection said, without passwords. */
  readonly reason: string;
}

/** The kind is the first word of what the server said. */
export const queueAuthentication = says(
  'queue-authentication',
  ({ server, kind, reason }: OfServer & { readonly kind: string }) => {
    const refused =
      kind === 'WRONGPASS'
        ? 'the user or password (WRONGPASS)'
        : kind === 'NOAUTH'
          ? 'to serve without a password (NOAUTH)'
          : `a command (${reason})`;
    return `the server at ${server} refused ${refused}; check the user and password in REDIS_URL, and what the user may do`;
  },
);
export const queueTlsFailed = says(
  'queue-tls/failed',
  'the server at {server}: TLS failed: {reason}; trust its certificate with NODE_EXTRA_CA_CERTS, or use redis:// if the server has no TLS',
);
export const queueProtocol = says(
  'queue-tls/protocol',
  'the server at {server} does not speak the protocol of Redis: {reason}; check the port, and use rediss:// if the server has TLS',
);
export const queueTlsOther = says(
  'queue-tls/other',
  ({ server, hasTls }: { readonly server: string; readonly hasTls: boolean }) =>
    hasTls
      ? `the server at ${server} has TLS; write rediss:// instead of redis://`
      : `the server at ${server} has no TLS; write redis:// instead of rediss://`,
);
export const queueCommandFailed = says('queue-failed/command', 'the server at {server}: {reason}');

export interface Unreachable {
  readonly server: string;
  readonly seconds: number;
  /** The last error of the connection; undefined if the server said nothing. */
  readonly last: Told | undefined;
}

export const queueUnreachable = says(
  'queue-unreachable',
  ({ server, seconds, last }: Unreachable) =>
    `the server at ${server} cannot be reached: ${last?.text ?? 'no answer'} in ${seconds} s`,
);

/** Says something without failing; the data are for other languages. */
export type OnNotice = (message: string, told: Told) => void;

export const resultRefused = says(
  'queue-notice/refused',
  ({ first, last, because }: { first: number; last: number; because: Told }) =>
    `the result of jobs ${first} to ${last} is refused: ${because.text}; they are computed again`,
);
export const serverAway = says(
  'queue-notice/away',
  'queue: the server at {server} cannot be reached: {reason}; trying again',
);
export const failureIgnored = says(
  'queue-notice/failure',
  'a failure that no worker with this key wrote is ignored',
);
export const fewParts = says(
  'queue-notice/few-parts',
  'worker: expected address space for {wanted} parts at a time, found room for {parts}; raise ulimit -v or lower --concurrency',
);
