/** The address of the server: checked before it is used, and never shown with its password. */
import type { RedisOptions } from 'ioredis';
import { InputError } from '../bindings/index.js';
import { badRedisAddress, type RedisAddress } from '../bindings/words/errors/program/queue.js';

/** An address such as `rediss://user:password@host:6379`, or the options of ioredis; TLS and passwords pass through. */
export type Connection = string | RedisOptions;

/**
 * The address, if it is a Redis address. Messages show only its protocol, because any other part may be a password.
 *
 * @throws InputError `bad-value`
 */
export function checkedAddress(connection: Connection): Connection {
  if (typeof connection !== 'string') return connection;
  const text = connection.trim();
  if (/^\/(?!\/)/.test(text)) return text; // a socket of this machine
  if (/^[\w.-]+(:\d+)?$/.test(text)) return `redis://${text}`;
  const [, protocol] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  if (protocol === undefined) throw badAddress({ reason: 'no-protocol' });
  if (!/^rediss?$/i.test(protocol)) {
    throw badAddress({ reason: 'protocol', protocol: protocol.toLowerCase().slice(0, 20) });
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A # or / in a password ends the host, and the rest would be read as a path.
  if (url === undefined || url.hostname === '' || /@/.test(url.pathname + url.hash)) {
    throw badAddress({ reason: 'unreadable' });
  }
  return text;
}

function badAddress(found: Omit<RedisAddress, 'path'>): InputError {
  return new InputError(badRedisAddress({ path: 'redis', ...found }), 'redis');
}

/** What must not be printed: passwords, keys and the values of a query. */
export function secretsOf(connection: Connection): string[] {
  if (typeof connection === 'string') {
    const url = URL.canParse(connection) ? new URL(connection) : undefined;
    if (url === undefined) return [];
    return [url.password, ...url.searchParams.values()].filter((secret) => secret !== '');
  }
  const { password, sentinelPassword, tls } = connection;
  const own = [password, sentinelPassword, tls?.passphrase, tls?.key];
  return own.filter((secret): secret is string => typeof secret === 'string' && secret !== '');
}
