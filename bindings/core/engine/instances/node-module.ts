import type * as crypto from 'node:crypto';
import type * as syncFiles from 'node:fs';
import type * as files from 'node:fs/promises';
import type * as os from 'node:os';
import type * as path from 'node:path';
import type * as stream from 'node:stream';
import type * as threads from 'node:worker_threads';
import type * as zlib from 'node:zlib';

interface NodeModules {
  readonly 'node:crypto': Pick<typeof crypto, 'createHash'>;
  readonly 'node:fs': typeof syncFiles;
  readonly 'node:fs/promises': typeof files;
  readonly 'node:os': typeof os;
  readonly 'node:path': typeof path;
  readonly 'node:stream': Pick<typeof stream, 'pipeline' | 'Readable'>;
  readonly 'node:worker_threads': typeof threads;
  readonly 'node:zlib': typeof zlib;
}

/** True in the edge runtime of Next.js, where `process`, `setImmediate` and `MessageChannel` exist but throw if called. */
export const inEdgeRuntime = 'EdgeRuntime' in globalThis;

/**
 * A module of Node; undefined in a browser. It is looked up by name, so that bundlers for browsers do not follow it.
 */
export function nodeModule<Name extends keyof NodeModules>(
  name: Name,
): NodeModules[Name] | undefined {
  if (inEdgeRuntime || typeof process === 'undefined') return undefined;
  if (typeof process.getBuiltinModule !== 'function') return undefined;
  return process.getBuiltinModule(name) as NodeModules[Name];
}
