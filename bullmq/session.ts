import type { Build } from '../bindings/index.js';
import type { Connection } from './store.js';

/** What a thread of a worker is given in its environment, which other processes cannot read. */
export interface Session {
  /** Build of the core. */
  readonly wasm: Build;
  readonly connection: Connection;
  readonly queue: string;
  readonly name: string;
}
