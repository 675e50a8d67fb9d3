/** Errors of bytes that are to be text, in Chinese. */
import type * as english from '../../../errors/readers/encodings.js';
import { show } from '../../../text/messages.js';
import type { Retold } from '../../../told.js';
import { spaced, suggested } from '../../text.js';
import { fileKindWords } from './file-kinds.js';

export const encodings: Retold<typeof english> = {
  'bad-data/bytes': ({ found }) => `应为字节，实为 ${show(found)}`,
  'file-too-large/text': ({ limit, found }) =>
    `至多应有 ${limit} 字节，实有 ${found} 字节；请只保留所需的行和变量`,
  'not-text/kind': ({ is }) =>
    `应为文本，实为${spaced(fileKindWords(is)[0])}；${fileKindWords(is)[1]}`,
  'not-text/zero-byte': ({ byte, line, likely }) => {
    const remedy =
      likely === undefined
        ? '该文件为二进制文件或已损坏，请将表格另存为 CSV'
        : `很可能是没有字节顺序标记的 ${likely}，${setEncoding(likely)}`;
    return `应为文本，${place(byte, line)}为零字节；${remedy}`;
  },
  'bad-encoding/utf-32': ({ likely }) =>
    `应为 UTF-8 或 UTF-16，实有 ${likely} 的字节顺序标记；请另存为 UTF-8`,
  'bad-encoding/mark': ({ declared, likely }) =>
    `应为 ${declared}，实有 ${likely} 的字节顺序标记；请不要指定编码`,
  'bad-encoding/byte': (detail) => {
    const { byte, line, found, encoding } = detail;
    return `应为 ${encoding}，${place(byte, line)}为 0x${hex(found)}；${remedyOf(detail)}`;
  },
  'bad-encoding/before': ({ encoding, byte }) =>
    `应为 ${encoding}，第 ${byte} 字节之前有不属于该编码的字节；请将文件另存为 UTF-8，或指定其编码（--encoding）`,
  'wrong-format/kind': ({ format, is }) =>
    `应为 ${format}，实为${spaced(fileKindWords(is)[0])}；请不要指定格式`,
  'unknown-encoding': ({ found, meant }) =>
    `应为 utf-8、gb18030、windows-1252 或 utf-16le 之类的名称，实为“${found}”${suggested(meant)}`,
};

const place = (byte: number, line: number) => `第 ${byte + 1} 字节（第 ${line} 行）`;
const hex = (byte: number) => byte.toString(16).padStart(2, '0').toUpperCase();
const setEncoding = (encoding: string) => `请设定 encoding: ${encoding}（--encoding ${encoding}）`;

function remedyOf({ encoding, likely, fixed }: english.BadByte): string {
  if (likely === undefined || likely === encoding) {
    return `文件已损坏或采用其他编码，请另存为 UTF-8${fixed ? '' : '，或指定其编码（--encoding）'}`;
  }
  return `很可能是 ${likely}，${fixed ? '请另存为 UTF-8' : setEncoding(likely)}`;
}
