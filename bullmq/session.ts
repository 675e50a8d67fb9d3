import { deserialize, serialize } from 'node:v8';
import type { Build } from '../bindings/index.js';
import type { Connection } from './address.js';
import type { Trust } from './seal.js';

/** What a thread of a worker receives through its environment, which other processes cannot read. */
export interface Session {
  /** Build of the core. */
  readonly wasm: Build;
  readonly connection: Connection;
  readonly trust: Trust;
  readonly queue: string;
  readonly name: string;
  /** Address of the store of tasks, and the folder in which threads share what one of them fetched. */
  readonly store: string;
  readonly folder: string;
}

/** A session as text. Functions among the options of ioredis are left out; certificates are written as bytes. */
export function writeSession(session: Session): string {
  return serialize(withoutFunctions(session)).toString('base64');
}

/** The session that the main thread of this process wrote. */
export function readSession(text: string): Session {
  return deserialize(Buffer.from(text, 'base64')) as Session;
}

function withoutFunctions(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withoutFunctions);
  const kept = Object.entries(value).filter(([, part]) => typeof part !== 'function');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutFunctions(part)]));
}
