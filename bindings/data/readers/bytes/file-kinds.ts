/** Files that are not text, recognized by their first bytes, whatever their name. */
import { type FileKindId, fileKindWords } from '../../../words/errors/readers/file-kinds.js';
import type { FileFormat } from '../options.js';

/** The kind of a file. */
export interface FileKind {
  readonly id: FileKindId | FileFormat;
  /** In English. */
  readonly name: string;
  /** Its format in `readTable`; undefined if it cannot be read. */
  readonly format?: FileFormat;
}

/** Bytes at an offset: text, or hexadecimal digits. */
interface Signature {
  readonly text?: string;
  readonly hex?: string;
  readonly offset?: number;
}

/** A format that can be read may be its own kind. */
const kinds: readonly (readonly [Signature, FileKindId | FileFormat, FileFormat?])[] = [
  [{ hex: '1f8b' }, 'gzip'],
  [{ hex: 'd0cf11e0a1b11ae1' }, 'old-excel'],
  [{ text: '<stata_dta>' }, 'stata', 'dta'],
  [{ text: 'PAR1' }, 'parquet', 'parquet'],
  [{ text: 'PARE' }, 'encrypted-parquet'],
  [{ text: 'ARROW1' }, 'arrow', 'arrow'],
  [{ hex: 'ffffffff' }, 'arrow-stream', 'arrow'],
  [{ text: 'FEA1' }, 'feather'],
  [{ text: '$FL2' }, 'spss'],
  [{ text: '$FL3' }, 'compressed-spss'],
  [{ hex: `${'00'.repeat(12)}c2ea8160b31411cf` }, 'sas'],
  [{ text: 'HEADER RECORD*******' }, 'sas-transport'],
  [{ hex: '580a000000' }, 'rds'],
  [{ text: 'RDX' }, 'rdata'],
  [{ text: 'RDA' }, 'rdata'],
  [{ text: 'BZh' }, 'bzip2'],
  [{ hex: 'fd377a585a00' }, 'xz'],
  [{ hex: '28b52ffd' }, 'zstd'],
  [{ hex: '377abcaf271c' }, '7z'],
  [{ text: 'SQLite format 3' }, 'sqlite'],
  [{ hex: '89484446' }, 'hdf5'],
  [{ text: '%PDF-' }, 'pdf'],
  [{ text: 'ustar', offset: 257 }, 'tar'],
];

/** The kind of a file that is not text; undefined if its first bytes are not known. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  if (starts(bytes, { hex: '504b0304' })) return zipKind(bytes);
  if (isOldStata(bytes)) return kindOf('stata', 'dta');
  const kind = kinds.find(([signature]) => starts(bytes, signature));
  if (kind === undefined) return undefined;
  const [, id, format] = kind;
  return kindOf(id, format);
}

function kindOf(id: FileKind['id'], format?: FileFormat): FileKind {
  return { id, name: fileKindWords(id)[0], ...(format && { format }) };
}

function starts(bytes: Uint8Array, { text, hex = '', offset = 0 }: Signature): boolean {
  const expected =
    text === undefined
      ? hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16))
      : [...text].map((character) => character.charCodeAt(0));
  return expected.every((byte, i) => bytes[offset + i] === byte);
}

/** Bytes in which to search for the names of a zip file's first members. */
const zipHead = 4096;

function zipKind(bytes: Uint8Array): FileKind {
  const ends = [bytes.subarray(0, zipHead), bytes.subarray(-zipHead)];
  const names = ends.map((part) => new TextDecoder('latin1').decode(part)).join('');
  if (/xl\/|\[Content_Types\]/.test(names)) return kindOf('excel', 'xlsx');
  if (names.includes('opendocument.spreadsheet')) return kindOf('opendocument', 'ods');
  return kindOf(names.includes('opendocument') ? 'opendocument' : 'zip');
}

/** Stata releases 2 to 12: the release, the byte order, and file type 1. */
function isOldStata([release = 0, order = 0, type = 0]: Uint8Array): boolean {
  return release >= 102 && release <= 115 && (order === 1 || order === 2) && type === 1;
}
