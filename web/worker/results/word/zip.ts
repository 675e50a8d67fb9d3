/** A ZIP archive of small files, stored as they are. */

const encoder = new TextEncoder();

/** CRC-32 of each byte value. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = remainders[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Numbers of 2 or 4 bytes, the low byte first. */
function packed(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = numbers.flatMap(([value, count]) =>
    Array.from({ length: count }, (_, i) => (value >>> (8 * i)) & 0xff),
  );
  return Uint8Array.from(bytes);
}

/** 1 January 1980: a file has the same bytes whenever it is written. */
const date = 0x0021;
/** The names are UTF-8. */
const flags = 0x0800;

/** The bytes of an archive with these texts by path. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)];
    const size = content.length;
    const common = packed(
      [20, 2],
      [flags, 2],
      [0, 2],
      [0, 2],
      [date, 2],
      [crc32(content), 4],
      [size, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    );
    const head = packed([0x04034b50, 4]);
    parts.push(head, common, name, content);
    const place = packed([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(packed([0x02014b50, 4], [20, 2]), common, place, name);
    offset += head.length + common.length + name.length + size;
  }
  const count = Object.keys(files).length;
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = packed(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...parts, ...directory, end]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
