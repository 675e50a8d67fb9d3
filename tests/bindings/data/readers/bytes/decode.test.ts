import { describe, expect, test } from 'vitest';
import { InputError } from '../../../../../bindings/core/errors/errors.js';
import { decodeText } from '../../../../../bindings/data/readers/bytes/decode-text.js';
import { parseCsv } from '../../../../../bindings/data/readers/csv/index.js';
import { encode, encodeUtf16 } from '../../../../encode.js';

function caught(act: () => unknown): InputError {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('expected an InputError, found none');
}

const bytes = (text: string) => new TextEncoder().encode(text);
const concat = (...parts: ArrayLike<number>[]) =>
  Uint8Array.from(parts.flatMap((part) => [...Array.from(part)]));
const read = (data: Uint8Array, encoding?: string) =>
  decodeText(data, { encoding, name: 'd.csv' }).text;

const samples: readonly (readonly [string, string])[] = [
  ['gb18030', '北京 浙江 内蒙古 黑龙江 新疆 广东 四川 云南'],
  ['big5', '臺北市 高雄市 新北市 桃園市 臺中市 臺南市'],
  ['shift_jis', '東京 大阪 北海道 さいたま ひらがな'],
  ['euc-kr', '서울 부산 대구광역시 인천 광주'],
  ['windows-1251', 'Москва Санкт-Петербург Казань Новосибирск'],
  ['koi8-r', 'Москва Санкт-Петербург Казань Новосибирск'],
  ['windows-1252', 'Müller Möller Mäller Straße Köln Düsseldorf'],
];

describe('decodeText', () => {
  test.each(samples)('reads and guesses %s', (encoding, words) => {
    const text = `name,x\n${words.replaceAll(' ', ',1\n')},2\n`;
    const data = encode(text, encoding);
    expect(read(data, encoding)).toBe(text);
    expect(caught(() => read(data))).toMatchObject({
      code: 'bad-encoding',
      detail: { file: 'd.csv', likely: encoding },
    });
  });

  test.each([
    '省份,年份,产值\n北京,2001,3\n',
    '地区,人口\n上海,3\n山西,4\n',
    '企业,工资\n鑫源,3\n宏达,4\n',
    'id,地区\n1,江苏\n2,浙江\n3,青海\n',
  ])('guesses GBK from a few characters: %j', (text) => {
    expect(caught(() => read(encode(text, 'gb18030'))).detail.likely).toBe('gb18030');
  });

  test.each(['縣市,人口\n臺北,3\n', 'город,число\nмосква,3\nказань,4\n'])(
    'does not call other short texts GBK: %j',
    (text) => {
      const encoding = text.startsWith('縣') ? 'big5' : 'koi8-r';
      expect(caught(() => read(encode(text, encoding))).detail.likely).not.toBe('gb18030');
    },
  );

  test('says where the first bad byte is, in one line, and how to read it', () => {
    const data = encode('name,x\n"a",1\nMüller,2\n', 'windows-1252');
    expect(caught(() => read(data)).message).toBe(
      'd.csv: expected utf-8, found 0xFC at byte 15 (line 3); it is likely windows-1252: set encoding: windows-1252 (--encoding windows-1252)',
    );
  });

  test.each([0, 1, 2, 3, 65_533, 65_536, 70_000])('finds a bad byte after %i bytes', (before) => {
    const start = bytes('é'.repeat(before / 2) + 'a'.repeat(before % 2));
    const { detail } = caught(() => read(concat(start, [0xe4, 0xb8], bytes('b'.repeat(70_000)))));
    expect(detail.byte).toBe(before);
  });

  test('finds a character that the end of the file cuts off', () => {
    const { detail, message } = caught(() =>
      read(concat(bytes('abc,浙江浙江浙江浙江浙江浙'), [0xe6, 0xb1])),
    );
    expect(detail.byte).toBe(37);
    expect(message).toMatch(/damaged/);
  });

  test('does not call UTF-8 with one damaged byte another encoding', () => {
    const { detail } = caught(() => read(concat(bytes('浙江,1\n'.repeat(50)), [0xff])));
    expect(detail.likely).toBeUndefined();
  });

  test('reads 0x80 to 0x9F of windows-1252 as letters, not as controls', () => {
    const data = concat(bytes('a,'), [0x80, 0x85, 0x93, 0x9f]);
    for (const name of ['windows-1252', 'latin1', 'iso-8859-1', 'cp1252', 'Latin-1']) {
      expect(read(data, name)).toBe('a,€…“Ÿ');
    }
  });

  test.each(['le', 'be'] as const)('reads UTF-16 %s by its byte order mark', (order) => {
    const marked = encodeUtf16('\ufeffname,x\n浙江,1\n', order);
    expect(read(marked)).toBe('name,x\n浙江,1\n');
    expect(read(marked, 'utf-16')).toBe('name,x\n浙江,1\n');
    const unmarked = encodeUtf16('name,x\n浙江,1\n', order);
    expect(caught(() => read(unmarked))).toMatchObject({
      code: 'not-text',
      detail: { likely: `utf-16${order}` },
    });
    expect(read(unmarked, `utf-16${order}`)).toBe('name,x\n浙江,1\n');
  });

  test('takes off the byte order mark of UTF-8, and refuses another encoding with it', () => {
    const marked = bytes('\ufeffa,b');
    expect(read(marked)).toBe('a,b');
    expect(read(marked, 'UTF8')).toBe('a,b');
    expect(caught(() => read(marked, 'gbk')).message).toBe(
      'd.csv: expected gbk, found the byte order mark of utf-8; leave out the encoding',
    );
  });

  test('refuses UTF-32, unknown encodings and bytes that the named encoding does not have', () => {
    expect(caught(() => read(concat([0xff, 0xfe, 0, 0], [97, 0, 0, 0]))).message).toMatch(
      /utf-32le/,
    );
    expect(caught(() => read(bytes('a'), 'gb1803')).message).toMatch(/did you mean "gb18030"/);
    expect(caught(() => read(bytes('浙'), 'gbk')).code).toBe('bad-encoding');
    expect(caught(() => read(bytes('浙'), 'utf-16le')).code).toBe('bad-encoding');
  });

  test('warns of bytes that are valid UTF-8 but were read as something else', () => {
    const { warnings } = decodeText(bytes('Müller'), { encoding: 'latin1', name: 'd.csv' });
    expect(warnings.map(({ code }) => code)).toEqual(['doubtful-encoding']);
    expect(decodeText(bytes('Muller'), { encoding: 'latin1' }).warnings).toEqual([]);
  });

  test.each<[string, string | number[]]>([
    ['gzip', [0x1f, 0x8b, 8, 0]],
    ['.xlsx', 'PK\u0003\u0004 [Content_Types].xml xl/workbook.xml'],
    ['.ods', 'PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text'],
    ['zip', 'PK\u0003\u0004 data.csv'],
    ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['.dta', '<stata_dta><header>'],
    ['.dta', [114, 2, 1, 0, 5, 0]],
    ['Parquet', 'PAR1'],
    ['Arrow', 'ARROW1\0\0'],
    ['Arrow', [0xff, 0xff, 0xff, 0xff, 0x10, 0, 0, 0]],
    ['.sav', '$FL2@(#) SPSS DATA FILE'],
    ['.sas7bdat', [...Array<number>(12).fill(0), 0xc2, 0xea, 0x81, 0x60, 0xb3, 0x14, 0x11, 0xcf]],
    ['.rds', [0x58, 0x0a, 0, 0, 0, 3]],
    ['SQLite', 'SQLite format 3\0'],
  ])('names %s by its content', (kind, content) => {
    const data = typeof content === 'string' ? bytes(content) : Uint8Array.from(content);
    const error = caught(() => read(data));
    expect(error.code).toBe('not-text');
    expect(error.message).toContain(kind);
    expect(error.message).toMatch(/^d\.csv: expected text, found .*; .+$/);
  });

  test('refuses zero bytes in text', () => {
    expect(caught(() => read(bytes('a,b\n1,\0\n'))).message).toMatch(
      /zero byte at byte 7 \(line 2\)/,
    );
    expect(caught(() => parseCsv('a,b\n1,\0\n')).code).toBe('not-text');
  });
});

describe('parseCsv of bytes', () => {
  test('names the file in every message', () => {
    expect(caught(() => parseCsv(bytes(''), { name: 'd.csv' })).message).toMatch(/^d\.csv: /);
    expect(caught(() => parseCsv(bytes('1,2\n1,2'), { name: 'd.csv' })).message).toMatch(
      /^d\.csv: /,
    );
  });

  test('warns of U+FFFD in a header or cell, which an earlier conversion has written', () => {
    const { warnings } = parseCsv(bytes('n\ufffdme,x,y\na,\ufffdb,1\nb,c,2\n'));
    expect(warnings?.map(({ message }) => message)).toEqual([
      'column "n\ufffdme" has the replacement character U+FFFD in its name: an earlier conversion lost letters, and different names may have become one',
      'column "x" has the replacement character U+FFFD in 1 of its cells, the first "\ufffdb" in row 2: an earlier conversion lost letters, and different names may have become one',
    ]);
  });
});
