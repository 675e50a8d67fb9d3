/** A compiled module as text, written by `scripts/module-text.mjs`. */
export interface ModuleText {
  /** Number of bytes. */
  readonly length: number;
  /** The characters of the text; the last two announce a second character. */
  readonly alphabet: string;
  /** The 256 bytes in hexadecimal, in the order of their characters. */
  readonly bytes: string;
  readonly text: string;
}

/** A compiled module in a file; the build of the command line has this instead of the text. */
export interface ModuleFile {
  readonly read: () => Uint8Array<ArrayBuffer>;
}

export function decodeModule(module: ModuleText | ModuleFile): Uint8Array<ArrayBuffer> {
  if ('read' in module) return module.read();
  const { length, alphabet, text } = module;
  const single = alphabet.length - 2;
  const places = new Uint8Array(128);
  for (let i = 0; i < alphabet.length; ++i) places[alphabet.charCodeAt(i)] = i;
  const ranked = new Uint8Array(256);
  for (let i = 0; i < 256; ++i) ranked[i] = parseInt(module.bytes.slice(2 * i, 2 * i + 2), 16);
  const bytes = new Uint8Array(length);
  for (let i = 0, next = 0; i < length; ++i) {
    const place = places[text.charCodeAt(next++)]!;
    const turns = place < single ? 0 : place - single + 1;
    const rank = turns === 0 ? place : single * turns + places[text.charCodeAt(next++)]!;
    bytes[i] = ranked[rank]!;
  }
  return bytes;
}
