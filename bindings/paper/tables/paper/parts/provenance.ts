/** Where the numbers of a table come from. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { omit } from '../../../../core/values/omit.js';
import { nodeModule } from '../../../../core/engine/instances/node-module.js';
import type { FitResult } from '../../../../results/fit.js';
import { shortR2 } from '../../../../results/r2.js';
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

/** What a study and `toJson` add to a result, which is not part of the hash. */
const added = ['columns', ...shortR2] as const;

/** `resultHash` of a result that was checked. */
export function hashOf(fit: FitResult): string {
  const isPlain = added.every((key) => !(key in fit));
  return sha256Hex(canonicalJson(isPlain ? fit : omit(fit as object as Added, ...added)));
}

type Added = Record<(typeof added)[number], unknown>;

/**
 * Synchronous hashing: in Node built in; in browsers only in JavaScript, which takes a millisecond per result in a new
 * process.
 */
export function sha256Hex(content: string | Uint8Array): string {
  const crypto = nodeModule('node:crypto');
  if (crypto !== undefined) return crypto.createHash('sha256').update(content).digest('hex');
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** JSON with sorted keys. JSON writes each number in one way, so only the order of keys could differ. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts = value as Readonly<Record<string, unknown>>;
  let entries = '';
  for (const key of Object.keys(parts).sort()) {
    const part = parts[key];
    if (part === undefined) continue;
    entries += `${entries === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(part)}`;
  }
  return `{${entries}}`;
}
