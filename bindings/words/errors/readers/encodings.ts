/** Errors of bytes that are to be text, in English. */
import { show } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import { says } from '../../told.js';
import { fileKindWords } from './file-kinds.js';

interface InFile {
  readonly file: string;
}

export const notBytes = says(
  'bad-data/bytes',
  ({ found }: { readonly found: unknown }) => `expected bytes, found ${show(found)}`,
);
export const tooManyBytes = says(
  'file-too-large/text',
  ({ limit, found }: InFile & { readonly limit: number; readonly found: number }) =>
    `expected at most ${limit} bytes, found ${found}; keep only the rows and columns that are needed`,
);
export const otherKind = says(
  'not-text/kind',
  ({ is }: InFile & { readonly kind: string; readonly is: string }) =>
    `expected text, found ${fileKindWords(is)[0]}; ${fileKindWords(is)[1]}`,
);

export interface ZeroByte extends InFile {
  /** Position of the byte, from 0. */
  readonly byte: number;
  readonly line: number;
  readonly likely?: string;
}

export const zeroByte = says('not-text/zero-byte', ({ byte, line, likely }: ZeroByte) => {
  const remedy =
    likely === undefined
      ? 'it is a binary or damaged file; save the table as CSV'
      : `it is likely ${likely} without a byte order mark: ${setEncoding(likely)}`;
  return `expected text, found a zero byte at ${place(byte, line)}; ${remedy}`;
});
export const markOfUtf32 = says(
  'bad-encoding/utf-32',
  ({ likely }: InFile & { readonly likely: string }) =>
    `expected UTF-8 or UTF-16, found the byte order mark of ${likely}; save it as UTF-8`,
);
export const otherMark = says(
  'bad-encoding/mark',
  ({ declared, likely }: InFile & { readonly declared: string; readonly likely: string }) =>
    `expected ${declared}, found the byte order mark of ${likely}; leave out the encoding`,
);

export interface BadByte extends InFile {
  /** Position of the byte, from 0. */
  readonly byte: number;
  readonly line: number;
  /** The byte. */
  readonly found: number;
  readonly encoding: string;
  readonly likely: string | undefined;
  /** True if the user cannot choose another encoding. */
  readonly fixed: boolean;
}

export const badByte = says('bad-encoding/byte', (detail: BadByte) => {
  const { byte, line, found, encoding } = detail;
  return `expected ${encoding}, found ${hex(found)} at ${place(byte, line)}; ${remedyOf(detail)}`;
});

const hex = (byte: number) => `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`;

const place = (byte: number, line: number) => `byte ${byte + 1} (line ${line})`;
const setEncoding = (encoding: string) => `set encoding: ${encoding} (--encoding ${encoding})`;

function remedyOf({ encoding, likely, fixed }: BadByte): string {
  if (likely === undefined || likely === encoding) {
    return `the file is damaged or in another encoding; save it as UTF-8${fixed ? '' : ' or name its encoding (--encoding)'}`;
  }
  return `it is likely ${likely}: ${fixed ? 'save it as UTF-8' : setEncoding(likely)}`;
}

export const badBytesBefore = says(
  'bad-encoding/before',
  ({ encoding, byte }: InFile & { readonly encoding: string; readonly byte: number }) =>
    `expected ${encoding}, found bytes that it does not have before byte ${byte}; save the file as UTF-8 or name its encoding (--encoding)`,
);
export const otherFormat = says(
  'wrong-format/kind',
  ({ format, is }: InFile & { readonly format: string; readonly is: string }) =>
    `expected ${format}, found ${fileKindWords(is)[0]}; leave out the format`,
);
export const unknownEncoding = says(
  'unknown-encoding',
  ({ found, meant }: { readonly found: string; readonly meant: Suggestion }) =>
    `expected a name such as utf-8, gb18030, windows-1252 or utf-16le, found "${found}"${suggested(meant)}`,
);
