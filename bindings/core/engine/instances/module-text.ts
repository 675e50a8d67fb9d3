/** A compiled module as text, written by `scripts/module-text.mjs`. */
export interface ModuleText {
  /** Number of bytes. */
  readonly length: number;
  /** A bit for each of the 256 bytes, in hexadecimal digits: set for those that are one character of the text. */
  readonly frequent: string;
  readonly text: string;
}

/** A compiled module in a file; the build of the command line has this instead of the text. */
export interface ModuleFile {
  readonly read: () => Uint8Array<ArrayBuffer>;
}

export function decodeModule(module: ModuleText | ModuleFile): Uint8Array<ArrayBuffer> {
  if ('read' in module) return module.read();
  const { length, frequent, text } = module;
  const places = new Uint8Array(128);
  let single = -2; // the last two characters announce a second one
  for (let code = 32; code < 127; ++code)
    if (!'\'"`\\$<'.includes(String.fromCharCode(code))) places[code] = single++ + 2;
  const isFrequent = (byte: number) => (parseInt(frequent[byte >> 2]!, 16) >> (byte & 3)) & 1;
  const all = [...new Uint8Array(256).keys()];
  const ranked = [1, 0].flatMap((are) => all.filter((byte) => isFrequent(byte) === are));
  const bytes = new Uint8Array(length);
  for (let i = 0, next = 0; i < length; ++i) {
    const place = places[text.charCodeAt(next++)]!;
    const turns = place < single ? 0 : place - single + 1;
    const rank = turns === 0 ? place : single * turns + places[text.charCodeAt(next++)]!;
    bytes[i] = ranked[rank]!;
  }
  return bytes;
}

/** A module made of the bytes of another by changes, which `scripts/module-text.mjs` writes. */
export function changedModule(
  from: Uint8Array<ArrayBuffer>,
  changes: string,
): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let next = 0;
  for (const change of changes.split(' ')) {
    const [same = '', gone = '', come = ''] = change.split(',');
    for (const end = next + Number(same); next < end; next++) bytes.push(from[next]!);
    next += Number(gone);
    for (let i = 0; i < come.length; i += 2) bytes.push(parseInt(come.slice(i, i + 2), 16));
  }
  return Uint8Array.from([...bytes, ...from.subarray(next)]);
}
