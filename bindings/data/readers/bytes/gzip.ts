/** Unpacks gzip files in memory: all members, within limits. */
import { Gunzip } from 'fflate';
import { InputError } from '../../../core/errors/errors.js';
import * as said from '../../../words/errors/readers/packed.js';
import type { Told } from '../../../words/told.js';
import { faultOf } from '../damage.js';

/** Maximum bytes of the content. */
const MAX_BYTES = 2 ** 32;
/**
 * Content of this size and above may be at most `MAX_RATIO` times as large as the file. Few tables compress so well.
 */
const RATIO_FROM = 2 ** 25;
const MAX_RATIO = 500;
/** Bytes unpacked at a time: at most a thousand times as many come out before the limits are checked. */
const STEP = 2 ** 14;
/** Maximum bytes of a header: the library copies the incomplete header at each step. */
const MOST_HEADER = 2 ** 18;

/**
 * The content of a gzip file, which `name` names in messages.
 *
 * @throws InputError `unreadable-gzip` if the file is damaged or cut off; `file-too-large` if its content has more than 4
 *   GiB, or more than 32 MiB and 500 times the bytes of the file
 */
export function gunzip(bytes: Uint8Array, name: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let member = { crc: 0, size: 0 };
  let header = 0;
  const endMember = (end: number): void => {
    if (!hasTrailer(bytes, end, member)) throw damaged(name, said.wrongChecksum());
    member = { crc: 0, size: 0 };
  };
  const stream = new Gunzip((part) => {
    header = 0;
    parts.push(part);
    size += part.length;
    member = { crc: crc32(part, member.crc), size: member.size + part.length };
    if (size > MAX_BYTES) throw tooLarge(bytes.length, name, true);
    checkRatio(size, bytes.length, name);
  });
  stream.onmember = endMember;
  try {
    for (let start = 0; start < bytes.length; start += STEP) {
      const end = Math.min(start + STEP, bytes.length);
      header += end - start;
      if (header > MOST_HEADER + STEP) {
        throw damaged(name, said.longGzipHeader({ most: MOST_HEADER }));
      }
      stream.push(bytes.subarray(start, end), end === bytes.length);
    }
    endMember(bytes.length);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damaged(name, faultOf(error));
  }
  return joined(parts, size);
}

/** True if the eight bytes before a member's end are its checksum and size. The library does not check them. */
function hasTrailer(
  bytes: Uint8Array,
  end: number,
  member: { crc: number; size: number },
): boolean {
  if (end < 18) return false;
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end - 8, 8);
  return (
    trailer.getUint32(0, true) === member.crc &&
    trailer.getUint32(4, true) === member.size % 2 ** 32
  );
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The checksum of gzip (CRC-32, RFC 1952), continued from the checksum `before` of earlier bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const content = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    content.set(part, offset);
    offset += part.length;
  }
  return content;
}

/** Refuses content of this size if few tables compress so well. */
export function checkRatio(size: number, packed: number, name: string): void {
  if (size > RATIO_FROM && size > MAX_RATIO * packed) throw tooLarge(packed, name);
}

function tooLarge(packed: number, name: string, bounded = false): InputError {
  const detail = { file: name, limit: MAX_BYTES, packed, ratio: MAX_RATIO, bounded };
  return new InputError(said.largeContent(detail), name);
}

export function damaged(name: string, fault: Told): InputError {
  return new InputError(said.damagedGzip({ file: name, fault }), name);
}
