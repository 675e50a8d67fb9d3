/** Word and Excel files without the time of their writing, so that the same tables give the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first time that a zip file can hold; fflate writes it as it reads in this time zone. */
export const zipTime = () => new Date(1980, 0, 1, 0, 0, 0);

/** Elements of the core properties and of workbooks that hold a time. */
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
