/** The character encodings of text: their names and their byte order marks. */
import { InputError } from '../../../core/errors/errors.js';
import { suggestionOf } from '../../nearest.js';
import { unknownEncoding } from '../../../words/errors/readers/encodings.js';

/** Names by which other programs know an encoding. */
const aliases: Readonly<Record<string, string>> = {
  cp65001: 'utf-8',
  'utf-8-sig': 'utf-8',
  'utf-8-bom': 'utf-8',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'latin-1': 'windows-1252',
  'latin-9': 'iso-8859-15',
  macroman: 'macintosh',
};

/** Suggested for a misspelt encoding. */
const common = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
].concat([
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'latin1',
  'iso-8859-2',
  'koi8-r',
]);

/**
 * The name of an encoding in the web's Encoding Standard, such as `windows-1252` for `latin1` or `cp1252`.
 *
 * @throws InputError `unknown-encoding`
 */
export function encodingName(name: string): string {
  const lower = String(name).trim().toLowerCase();
  const label = aliases[lower] ?? lower.replace(/^cp(?=125\d$)/, 'windows-');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    const meant = suggestionOf(lower, common);
    throw new InputError(unknownEncoding({ found: name, meant }), 'encoding');
  }
}

const marks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding of the byte order mark at the start. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
}
