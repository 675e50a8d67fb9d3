/** Elements of an array of objects that are looked at. */
const WIDEST = 1000;
/** Bytes of a number or of a reference to a text. */
const CELL_BYTES = 8;

/** True if the arrays in a task hold more than so many bytes. */
export function isLarge(task: object, most: number): boolean {
  const waiting: unknown[] = [task];
  const seen = new Set<unknown>();
  let bytes = 0;
  while (waiting.length > 0 && bytes <= most) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next)) bytes += next.byteLength;
    else if (!Array.isArray(next)) waiting.push(...Object.values(next));
    else if (isPlain(next[0])) bytes += next.length * CELL_BYTES;
    else waiting.push(...(next as unknown[]).slice(0, WIDEST));
  }
  return bytes > most;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
