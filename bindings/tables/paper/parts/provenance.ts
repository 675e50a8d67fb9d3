/** Where the numbers of a table come from. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FitResult } from '../../../results/fit.js';
import { checkedKind } from '../checked.js';

/**
 * The SHA-256 of a result: of its JSON with sorted keys and without spaces (RFC 8785), as hexadecimal digits. A result
 * that was saved and read again has the same hash.
 *
 * @throws InputError `bad-result`
 */
export function resultHash(fit: FitResult): string {
  return hashOf(checkedKind(fit, 'fit'));
}

/** `resultHash` of a result that was checked. */
export function hashOf(fit: FitResult): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(fit))));
}

/** JSON writes each number in one way, so the order of keys is all that differs between writers. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${entries.join(',')}}`;
}
