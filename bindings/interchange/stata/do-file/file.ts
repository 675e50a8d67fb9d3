/** A do-file as it is read. */
import type { Collected } from '../../script.js';
import type { Frame } from './frame.js';
import type { Macros } from './macros.js';
import type { Stored } from './stored.js';

export interface DoFile extends Frame {
  readonly collected: Collected;
  readonly macros: Macros;
  readonly stored: Stored;
  /** The number of statements that were run. */
  run: number;
  /** The state to which `restore` returns. */
  preserved?: Frame;
}
