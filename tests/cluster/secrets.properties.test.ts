/** Addresses of servers are checked, and no message shows what may be a password. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutSecrets } from '../../bindings/core/arguments/secrets.js';
import { checkedAddress, secretsOf } from '../../bullmq/address.js';

const found = (address: string): string => {
  try {
    checkedAddress(address);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

it.each([
  'redis://localhost:6379',
  'rediss://user:pass%2Fword@host:6379/2',
  'redis://:secret@127.0.0.1',
  'redis://host?db=2',
  'localhost:6379',
  '/run/valkey.sock',
])('%s is an address', (address) => {
  expect(found(address)).toBe('accepted');
});

it.each([
  ['http://user:sesame@host:6379', 'http://'],
  ['HTTPS://user:sesame@host', 'https://'],
  ['postgres://user:sesame@host', 'postgres://'],
  ['user:sesame@host:6379', 'an address without a protocol'],
  ['sesame', 'accepted'], // a host
  ['redis:sesame@host', 'an address without a protocol'],
  ['redis://:ses#ame@host', 'an address that cannot be read'],
  ['redis://:ses/ame@host', 'an address that cannot be read'],
  ['redis://user:12#sesame@host', 'an address that cannot be read'],
  ['redis://[sesame', 'an address that cannot be read'],
  ['redis://', 'an address that cannot be read'],
  ['', 'an address without a protocol'],
])('%s is refused without its password', (address, words) => {
  expect(found(address)).toContain(words);
  expect(found(address)).not.toContain('sesame');
});

it('passwords are hidden however a message writes them', () => {
  const password = fc.string({ minLength: 4, maxLength: 30, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(password, fc.boolean(), (secret, asOptions) => {
      fc.pre(!'redis://user:***@host:6379/0 cannot be reached'.includes(secret));
      const url = `rediss://user:${encodeURIComponent(secret)}@host:6379/0`;
      const secrets = secretsOf(asOptions ? { password: secret } : url);
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret), url]) {
        const hidden = withoutSecrets(`${form} cannot be reached`, secrets);
        expect(hidden).not.toContain(secret);
        expect(hidden).not.toContain(encodeURIComponent(secret));
      }
    }),
    { seed: 34, numRuns: 500 },
  );
});

it.each([
  ['cannot reach redis://user:p@ss@host:1, again', 'cannot reach redis://***@host:1, again'],
  ['https://u:p@h/x?token=abc&page=2', 'https://***@h/x?token=***&page=2'],
  [
    'GET /x?X-Amz-Signature=ab12&X-Amz-Credential=k failed',
    'GET /x?X-Amz-Signature=***&X-Amz-Credential=*** failed',
  ],
  ['redis://host?password=abc', 'redis://host?password=***'],
  ['see https://doi.org/10.1/x and mail a@b.c', 'see https://doi.org/10.1/x and mail a@b.c'],
  ['column "a@b" of data//x@y.csv', 'column "a@b" of data//x@y.csv'],
])('%s becomes %s', (text, hidden) => {
  expect(withoutSecrets(text)).toBe(hidden);
});

it('secrets of a connection are its passwords, keys and the values of its query', () => {
  expect(secretsOf('redis://u:a%20b@h?password=cdef&db=1')).toEqual(['a%20b', 'cdef', '1']);
  expect(secretsOf({ password: 'x', sentinelPassword: 'y', tls: { passphrase: 'z' } })).toEqual([
    'x',
    'y',
    'z',
  ]);
});

it('takes time in proportion to the text, as otherwise it would not end in time', () => {
  for (const part of ['a', 'a://', '?key', '&', '@', 'redis://x@', '?a=b&token=']) {
    const text = part.repeat(2_000_000 / part.length);
    expect(withoutSecrets(text, ['secret']).length).toBeGreaterThan(0);
  }
});
