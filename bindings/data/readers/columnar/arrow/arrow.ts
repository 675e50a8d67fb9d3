import type * as Arrow from 'apache-arrow';
import { InputError } from '../../../../core/errors/errors.js';
import { optionalPackage } from '../../../optional-package.js';
import type { Table } from '../../../table.js';
import { damage, FileError } from '../../damage.js';
import { checkArrowMetadata } from './metadata.js';
import { decompressLz4Frame } from '../../bytes/lz4-frame.js';
import { type ArrowOptions, cellType, tableOfArrow } from './arrow-table.js';
import * as said from '../../../../words/errors/readers/arrow.js';

/**
 * The table of an Arrow file, an Arrow stream or a Feather file, except the first version of Feather. Buffers may be
 * compressed by LZ4 or Zstandard. Columns of lists and structures are left out.
 *
 * @throws InputError `unreadable-arrow`
 */
export async function readArrow(bytes: Uint8Array, options: ArrowOptions): Promise<Table> {
  try {
    return tableOfArrow(await arrowTable(bytes), options);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(said.unreadableArrow({ fault: damage(error) }), options.name);
  }
}

/** All buffers together may unpack to this many bytes or, if larger, to `MOST_RATIO` times the size of the file. */
const FREE_BYTES = 2 ** 28;
const MOST_RATIO = 500;

/** Opens a file; decompresses what the library cannot. */
async function arrowTable(bytes: Uint8Array): Promise<Arrow.Table> {
  const arrow = await optionalPackage(
    'apache-arrow',
    'data in Arrow',
    () => import('apache-arrow'),
  );
  const { CompressionType } = arrow;
  // Versions before 21.1 have none, and say themselves that they do not decompress.
  const registry = arrow.compressionRegistry as typeof arrow.compressionRegistry | undefined;
  const { decompressZstd } = await import('../../bytes/zstd-frame.js');
  let most = Math.max(FREE_BYTES, MOST_RATIO * bytes.length);
  const within = (unpack: (data: Uint8Array, most: number) => Uint8Array) => ({
    decode(data: Uint8Array): Uint8Array {
      const content = unpack(data, most);
      most -= content.length;
      return content;
    },
  });
  registry?.set(CompressionType.ZSTD, within(decompressZstd));
  registry?.set(CompressionType.LZ4_FRAME, within(decompressLz4Frame));
  const end = checkArrowMetadata(bytes);
  const table = arrow.tableFromIPC(bytes.subarray(0, end));
  table.schema.fields.forEach(({ name }, j) => {
    for (const part of table.getChildAt(j)!.data) checkPart(name, part);
  });
  return table;
}

/** Checks that a part of a column has bytes for all its rows: the package trusts the number of rows. */
function checkPart(name: string, part: Arrow.Data): void {
  const { type, length, values, valueOffsets, stride } = part;
  if (cellType(type) === undefined) return;
  const kind = String(type);
  let room = values === undefined ? MOST_NULLS : values.length / stride;
  if (kind === 'Bool') room *= 8;
  if (valueOffsets !== undefined) {
    room = valueOffsets.length - 1;
    for (let row = 0; row < length && row < room; row++) {
      if (valueOffsets[row + 1]! >= valueOffsets[row]!) continue;
      throw new FileError(said.textsInOrder({ column: name, row }));
    }
  }
  if (!(length <= room)) {
    throw new FileError(said.rowsOfPart({ column: name, most: room, found: length }));
  }
}

/** Maximum rows in a part of a column without a type, which has no bytes. */
const MOST_NULLS = 1 << 27;
