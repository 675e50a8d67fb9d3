/** Which files are streamed, and which cannot be read as a whole. */
import { nodeModule } from '../../core/engine/instances/node-module.js';

/** Bytes of the largest file that is read as a whole, where the memory allows. */
const MOST = 2 ** 26;
/** A file as a whole takes up to so many times its size. */
const TIMES = 16;

/** Bytes of the largest file that is read as a whole: 64 MiB, or a sixteenth of the memory of the process. */
export function largestWhole(): number {
  const os = nodeModule('node:os');
  const memory = os === undefined ? Infinity : os.totalmem();
  return Math.min(MOST, memory / TIMES);
}

/** Bytes of the largest file that is read as one text: V8 has no longer ones. */
export function largestText(): number {
  return 2 ** 29 - 24;
}
