/** Files that are not text, recognized by their first bytes, whatever their name. */
import type { FileFormat } from '../options.js';

/** The kind of a file, and how to convert it to text. */
export interface FileKind {
  readonly name: string;
  readonly remedy: string;
  /** Its format in `readTable`; undefined if it cannot be read. */
  readonly format?: FileFormat;
}

/** Bytes at an offset: text, or hexadecimal digits. */
interface Signature {
  readonly text?: string;
  readonly hex?: string;
  readonly offset?: number;
}

const csv = 'save the table as CSV';
const unpack = 'unpack it first';
const fromR = 'save the table in R with write.csv(d, "d.csv", row.names = FALSE)';
const fromStata = 'save it in Stata with: export delimited using "d.csv"';
const fromPython = 'save it in Python with pandas: read it, then to_csv';

const kinds: readonly (readonly [Signature, string, string, FileFormat?])[] = [
  [{ hex: '1f8b' }, 'a gzip file (.gz, .rds or .RData)', `${unpack}; of R data, ${fromR}`],
  [{ hex: 'd0cf11e0a1b11ae1' }, 'an old Excel or Office file (.xls)', `${csv} in Excel`],
  [{ text: '<stata_dta>' }, 'a Stata file (.dta)', fromStata, 'dta'],
  [{ text: 'PAR1' }, 'a Parquet file', fromPython, 'parquet'],
  [{ text: 'PARE' }, 'an encrypted Parquet file', fromPython],
  [{ text: 'ARROW1' }, 'an Arrow or Feather file', fromPython, 'arrow'],
  [{ hex: 'ffffffff' }, 'an Arrow stream', fromPython, 'arrow'],
  [{ text: 'FEA1' }, 'a Feather file', fromPython],
  [{ text: '$FL2' }, 'an SPSS file (.sav)', `${csv} in SPSS`],
  [{ text: '$FL3' }, 'a compressed SPSS file (.zsav)', `${csv} in SPSS`],
  [{ hex: `${'00'.repeat(12)}c2ea8160b31411cf` }, 'a SAS file (.sas7bdat)', `${csv} in SAS`],
  [{ text: 'HEADER RECORD*******' }, 'a SAS transport file (.xpt)', `${csv} in SAS`],
  [{ hex: '580a000000' }, 'an R file (.rds)', fromR],
  [{ text: 'RDX' }, 'an R file (.RData)', fromR],
  [{ text: 'RDA' }, 'an R file (.RData)', fromR],
  [{ text: 'BZh' }, 'a bzip2 file', unpack],
  [{ hex: 'fd377a585a00' }, 'an xz file', unpack],
  [{ hex: '28b52ffd' }, 'a zstd file', unpack],
  [{ hex: '377abcaf271c' }, 'a 7z file', unpack],
  [{ text: 'SQLite format 3' }, 'an SQLite database', csv],
  [{ hex: '89484446' }, 'an HDF5 file', fromPython],
  [{ text: '%PDF-' }, 'a PDF file', csv],
  [{ text: 'ustar', offset: 257 }, 'a tar file', unpack],
];

/** The kind of a file that is not text; undefined if its first bytes are not known. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  if (starts(bytes, { hex: '504b0304' })) return zipKind(bytes);
  if (isOldStata(bytes)) return { name: 'a Stata file (.dta)', remedy: fromStata, format: 'dta' };
  const kind = kinds.find(([signature]) => starts(bytes, signature));
  if (kind === undefined) return undefined;
  const [, name, remedy, format] = kind;
  return { name, remedy, ...(format && { format }) };
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
  if (/xl\/|\[Content_Types\]/.test(names)) {
    const remedy = 'save the sheet as CSV UTF-8 in Excel';
    return { name: 'an Excel workbook (.xlsx)', remedy, format: 'xlsx' };
  }
  if (names.includes('opendocument')) return { name: 'an OpenDocument file (.ods)', remedy: csv };
  return { name: 'a zip file', remedy: unpack };
}

/** Stata releases 2 to 12: the release, the byte order, and file type 1. */
function isOldStata([release = 0, order = 0, type = 0]: Uint8Array): boolean {
  return release >= 102 && release <= 115 && (order === 1 || order === 2) && type === 1;
}
