/** Where the numbers of a table come from. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { omit } from '../../../../core/values/omit.js';
import { nodeModule } from '../../../../core/engine/instances/node-module.js';
import type { FitResult } from '../../../../results/fit.js';
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

/** `resultHash` of a result that was checked. The printed columns, which a study adds, are not part of the hash. */
export function hashOf(fit: FitResult): string {
  return sha256Hex(canonicalJson('columns' in fit ? omit(fit, 'columns') : fit));
}

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
