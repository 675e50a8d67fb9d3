/** Removes the time of writing from Word and Excel files, so that the same tables have the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest time in a zip file; fflate writes it as read in this time zone. */
export const zipTime = () => new Date(1980, 0, 1, 0, 0, 0);

/** Elements with a time, in core properties and in workbooks. */
const times = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(<)/g;

export function withFixedTimes(file: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    const content = name.startsWith('docProps/')
      ? strToU8(strFromU8(bytes).replace(times, '$11980-01-01T00:00:00Z$2'))
      : bytes;
    entries[name] = [content, { level: 6, mtime: zipTime() }];
  }
  return zipSync(entries);
}
