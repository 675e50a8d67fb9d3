/** The machine of a benchmark, without which its numbers mean little. */
import { arch, cpus, release, type } from 'node:os';
import { packageVersion } from '../../bindings/index.js';
import type { Machine } from './result.js';

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    system: `${type()} ${release()} ${arch()}`,
    node: process.versions.node,
    version: packageVersion,
    date: new Date().toISOString(),
  };
}
