/**
 * The maximum unpacked size of Zstandard frames, from the headers of their blocks. The package that unpacks them
 * allocates what the headers say, and four bytes can claim 128 KiB.
 *
 * Source: RFC 8878.
 */
import { decompress } from 'fzstd';
import { tooManyUnpacked } from '../../../words/errors/readers/packed.js';
import { FileError } from '../damage.js';

const MAGIC = 0xfd2fb528;
/** Skippable frames, whose last digit varies. */
const SKIPPABLE = 0x184d2a50;
/** Maximum bytes of a block, and of a window; the zstd program has the same limit for windows. */
const MOST_BLOCK = 2 ** 17;
const MOST_WINDOW = 2 ** 27;
/**
 * Blocks without a stated size may unpack to this many times their bytes; short blocks that a program flushed early do.
 */
const MOST_RATIO = 2000;

const blocks = { raw: 0, repeated: 1, compressed: 2 } as const;

/**
 * Unpacks frames to at most `most` bytes.
 *
 * @throws Error for more bytes, RangeError for anything but frames; errors of the package
 */
export function decompressZstd(bytes: Uint8Array, most: number): Uint8Array {
  const size = sizeOfFrames(bytes);
  if (size > Math.max(most + MOST_BLOCK, MOST_RATIO * bytes.length)) throw tooMany(most, size);
  const content = decompress(bytes);
  if (content.length > most) throw tooMany(most, content.length);
  return content;
}

export function tooMany(most: number, size: number): Error {
  return new FileError(tooManyUnpacked({ most, found: size }));
}

/** The unpacked size of all frames; for blocks that do not state it, the maximum. */
function sizeOfFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [total, offset] = [0, 0];
  while (offset < bytes.length) {
    const magic = view.getUint32(offset, true);
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) {
      offset += 8 + view.getUint32(offset + 4, true);
      continue;
    }
    if (magic !== MAGIC) throw new RangeError(`no frame of Zstandard at byte ${offset}`);
    const frame = frameAt(view, offset);
    const { size, end } = blocksAt(view, frame.start);
    total += frame.size ?? size;
    offset = end + (frame.hasChecksum ? 4 : 0);
  }
  return total;
}

interface Frame {
  /** Where the first block starts. */
  readonly start: number;
  /** Size of the content, if it is stated. */
  readonly size: number | undefined;
  readonly hasChecksum: boolean;
}

function frameAt(view: DataView, offset: number): Frame {
  const flags = view.getUint8(offset + 4);
  const isOneSegment = (flags & 0x20) !== 0;
  let start = offset + 5;
  if (!isOneSegment) {
    const window = view.getUint8(start++);
    const base = 2 ** (10 + (window >> 3));
    const bytes = base + (base / 8) * (window & 7);
    if (bytes > MOST_WINDOW) throw tooMany(MOST_WINDOW, bytes);
  }
  start += [0, 1, 2, 4][flags & 3]!;
  const kind = flags >> 6;
  const hasSize = kind > 0 || isOneSegment;
  const size = hasSize ? sizeAt(view, start, kind) : undefined;
  const length = hasSize ? 2 ** kind : 0;
  return { start: start + length, size, hasChecksum: (flags & 4) !== 0 };
}

function sizeAt(view: DataView, start: number, kind: number): number {
  if (kind === 0) return view.getUint8(start);
  if (kind === 1) return view.getUint16(start, true) + 256;
  return kind === 2 ? view.getUint32(start, true) : Number(view.getBigUint64(start, true));
}

/** The unpacked size of the blocks from a position, and where they end. */
function blocksAt(view: DataView, start: number): { readonly size: number; readonly end: number } {
  let [size, offset] = [0, start];
  for (let isLast = false; !isLast;) {
    const head = view.getUint16(offset, true) + 2 ** 16 * view.getUint8(offset + 2);
    const kind = (head >> 1) & 3;
    const length = head >> 3;
    isLast = (head & 1) === 1;
    size += kind === blocks.compressed ? MOST_BLOCK : length;
    offset += 3 + (kind === blocks.repeated ? 1 : length);
  }
  return { size, end: offset };
}
