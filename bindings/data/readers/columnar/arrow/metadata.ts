import * as said from '../../../../words/errors/readers/arrow.js';
import { FileError } from '../../damage.js';
/**
 * Checks of the metadata of Arrow files before the package reads them. The package trusts the lengths of lists, and a
 * damaged length would use all memory or never end. The layout is that of FlatBuffers and of Arrow's Message.fbs,
 * Schema.fbs and File.fbs.
 */

const CONTINUATION = 0xffffffff;
const MAGIC = 'ARROW1';
/** Bytes of a node or buffer in a batch, and of a block in the footer. */
const [PAIR, BLOCK] = [16, 24];

/** Field numbers of the tables. */
const message = { kind: 1, header: 2, body: 3, metadata: 4 } as const;
const schema = { fields: 1, metadata: 2 } as const;
const field = { children: 5, metadata: 6 } as const;
const batch = { nodes: 1, buffers: 2, variadic: 4 } as const;
const footer = { schema: 1, dictionaries: 2, batches: 3 } as const;
const kinds = { schema: 1, dictionary: 2, batch: 3 } as const;

/**
 * Checks all messages of a stream, or the footer and the messages of a file; returns where they end. After the end of a
 * stream the package would look for another one, perhaps forever.
 *
 * @throws Error that names the byte of the first length that the bytes contradict
 */
export function checkArrowMetadata(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFile = MAGIC.split('').every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (isFile) {
    checkFile(view);
    return bytes.length;
  }
  let offset = 0;
  while (offset + 8 <= bytes.length) {
    const next = checkMessageAt(view, offset);
    if (next === undefined) {
      checkRest(bytes, offset);
      return offset;
    }
    offset = next.end;
  }
  return bytes.length;
}

/** Checks that only zeros follow the end mark of a stream. */
function checkRest(bytes: Uint8Array, mark: number): void {
  const behind = mark + (bytes[mark] === 0 ? 4 : 8);
  const other = bytes.subarray(behind).findIndex((byte) => byte !== 0);
  if (other < 0) return;
  throw new FileError(said.moreInStream({ byte: behind, more: behind + other }));
}

/** Checks the message at a position. Returns its kind and the end of its body; undefined for the end mark. */
function checkMessageAt(
  view: DataView,
  offset: number,
): { readonly kind: number; readonly end: number } | undefined {
  const isMarked = view.getUint32(offset, true) === CONTINUATION;
  const start = offset + (isMarked ? 8 : 4);
  const size = view.getInt32(start - 4, true);
  if (size === 0) return undefined;
  if (size < 0 || start + size > view.byteLength) {
    throw tooLong('metadata', size, start, view.byteLength - start);
  }
  const { kind, body } = checkMessage(new Flat(view, start, start + size));
  if (!(body >= 0 && start + size + body <= view.byteLength)) {
    throw tooLong('body', body, start + size, view.byteLength - start - size);
  }
  return { kind, end: start + size + body };
}

function tooLong(part: said.ArrowPart, length: number, start: number, left: number): Error {
  return new FileError(said.longPart({ part, length, byte: start, left }));
}

/** Checks the footer of a file, and the messages that it refers to; the package reads no others. */
function checkFile(view: DataView): void {
  const end = view.byteLength - MAGIC.length - 4;
  if (end < 8) throw new FileError(said.noFooter({ byte: view.byteLength }));
  const size = view.getInt32(end, true);
  if (size <= 0 || size > end - 8) throw tooLong('footer', size, end, end - 8);
  const flat = new Flat(view, end - size, end);
  const root = flat.table(end - size);
  checkSchema(flat, flat.child(root, footer.schema));
  checkBlocks(view, flat.list(root, footer.dictionaries, BLOCK), kinds.dictionary);
  checkBlocks(view, flat.list(root, footer.batches, BLOCK), kinds.batch);
}

/** Checks the kinds of blocks: one that refers to another kind of message would be read again forever. */
function checkBlocks(view: DataView, blocks: List, kind: number): void {
  for (let i = 0; i < blocks.length; i++) {
    const offset = Number(view.getBigInt64(blocks.start + BLOCK * i, true));
    const isInside = offset >= MAGIC.length && offset + 8 <= view.byteLength;
    if (isInside && checkMessageAt(view, offset)?.kind === kind) continue;
    throw new FileError(said.otherBlock({ byte: offset, rows: kind === kinds.batch }));
  }
}

/** Checks a message; returns its kind and the length of its body. */
function checkMessage(flat: Flat): { readonly kind: number; readonly body: number } {
  const root = flat.table(flat.start);
  const kind = flat.byte(root, message.kind);
  const header = flat.child(root, message.header);
  flat.list(root, message.metadata, 4);
  if (kind === kinds.schema) checkSchema(flat, header);
  if (kind === kinds.batch) checkBatch(flat, header);
  if (kind === kinds.dictionary && header !== 0) checkBatch(flat, flat.child(header, 1));
  if (kind < kinds.schema || kind > kinds.batch) {
    throw new FileError(said.otherMessage({ byte: flat.start, kind }));
  }
  return { kind, body: flat.long(root, message.body) };
}

function checkSchema(flat: Flat, root: number): void {
  if (root === 0) return;
  flat.list(root, schema.metadata, 4);
  checkFields(flat, flat.list(root, schema.fields, 4));
}

function checkFields(flat: Flat, fields: List): void {
  for (let i = 0; i < fields.length; i++) {
    const one = flat.table(fields.start + 4 * i);
    flat.list(one, field.metadata, 4);
    checkFields(flat, flat.list(one, field.children, 4));
  }
}

function checkBatch(flat: Flat, root: number): void {
  if (root === 0) return;
  flat.list(root, batch.nodes, PAIR);
  flat.list(root, batch.buffers, PAIR);
  flat.list(root, batch.variadic, 8);
}

interface List {
  readonly start: number;
  readonly length: number;
}

/** FlatBuffers in a range of bytes. References only point forward, so tables contain no circles. */
class Flat {
  #ntables = 0;

  constructor(
    private readonly view: DataView,
    readonly start: number,
    private readonly end: number,
  ) {}

  /** The position of the table that the bytes at `place` refer to. */
  table(place: number): number {
    this.#need(place, 4);
    const position = place + this.view.getUint32(place, true);
    this.#need(position, 4);
    // Tables do not overlap, so their number is limited.
    if (4 * ++this.#ntables > this.end - this.start) {
      throw tooLong('tables', 4 * this.#ntables, this.start, this.end - this.start);
    }
    return position;
  }

  /** The table in a field; 0 if there is none. */
  child(table: number, number: number): number {
    const place = this.#place(table, number);
    return place === 0 ? 0 : this.table(place);
  }

  /** The list in a field, with elements of `width` bytes. */
  list(table: number, number: number, width: number): List {
    const place = this.#place(table, number);
    if (place === 0) return { start: 0, length: 0 };
    this.#need(place, 4);
    const position = place + this.view.getUint32(place, true);
    this.#need(position, 4);
    const length = this.view.getUint32(position, true);
    this.#need(position + 4, length * width);
    return { start: position + 4, length };
  }

  byte(table: number, number: number): number {
    const place = this.#place(table, number);
    if (place === 0) return 0;
    this.#need(place, 1);
    return this.view.getUint8(place);
  }

  long(table: number, number: number): number {
    const place = this.#place(table, number);
    if (place === 0) return 0;
    this.#need(place, 8);
    return Number(this.view.getBigInt64(place, true));
  }

  /** The position of a field; 0 if the table does not have it. */
  #place(table: number, number: number): number {
    const fields = table - this.view.getInt32(table, true);
    this.#need(fields, 4);
    const size = this.view.getUint16(fields, true);
    if (4 + 2 * number + 2 > size) return 0;
    this.#need(fields, size);
    const offset = this.view.getUint16(fields + 4 + 2 * number, true);
    return offset === 0 ? 0 : table + offset;
  }

  #need(start: number, count: number): void {
    if (start >= this.start && start + count <= this.end) return;
    throw tooLong('metadata', count, start, Math.max(0, this.end - start));
  }
}
