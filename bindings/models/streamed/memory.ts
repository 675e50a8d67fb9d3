/** Which files are streamed, and which cannot be read as a whole. */
import { nodeModule } from '../../core/engine/instances/node-module.js';

/** Bytes of the largest file that is read as a whole, if memory allows. */
const MOST = 2 ** 26;
/** A file read as a whole takes up to this many times its size in memory. */
const TIMES = 16;

/** Bytes of the largest file that is read as a whole: 64 MiB, or a sixteenth of the memory of the process. */
export function largestWhole(): number {
  const os = nodeModule('node:os');
  const memory = os === undefined ? Infinity : os.totalmem();
  return Math.min(MOST, memory / TIMES);
}

/** Bytes of the largest file that can be read as one text: the limit of V8. */
export function largestText(): number {
  return 2 ** 29 - 24;
}
