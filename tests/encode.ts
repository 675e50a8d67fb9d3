/** Text in encodings that `TextEncoder` does not write, by looking up what `TextDecoder` reads. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Bytes of each character of one or two bytes. */
function table(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const made = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes), { stream: true });
    if ([...text].length === 1 && !made.has(text)) made.set(text, bytes);
  };
  for (let lead = 0; lead < 256; lead++) add([lead]);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  }
  tables.set(encoding, made);
  return made;
}

export function encode(text: string, encoding: string): Uint8Array {
  const bytesOf = table(encoding);
  return Uint8Array.from([...text].flatMap((character) => bytesOf.get(character)!));
}

/** UTF-16 with little or big end first, without a byte order mark. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}
