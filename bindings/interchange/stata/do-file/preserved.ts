/** The data to which a do-file returns. */
import type { DoFile, Frame } from './frame.js';

/** `preserve` and `restore`; false for another statement. */
export function keepsFrame(text: string, file: DoFile): boolean {
  if (/^preserve\s*$/.test(text)) {
    file.preserved = frameOf(file);
    return true;
  }
  const restored = /^restore\s*(?:,\s*(not|preserve)\s*)?$/.exec(text);
  if (restored === null || file.preserved === undefined) return false;
  if (restored[1] !== 'not') Object.assign(file, frameOf(file.preserved));
  return true;
}

/** A copy of what describes the data. */
function frameOf(frame: Frame): Frame {
  const { known, reading, derived, filters, merges, otherRows, changes } = frame;
  return {
    known,
    reading,
    derived,
    merges,
    otherRows,
    filters: [...filters],
    changes: [...changes],
  };
}
