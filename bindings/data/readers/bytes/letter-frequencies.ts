/** Guesses of encodings by letter frequencies, by the recognisers of chardet for bytes beyond ASCII that are not UTF-8. */
import type { EncodingName } from 'chardet/lib/match.js';
import * as mbcs from 'chardet/lib/encoding/mbcs.js';
import * as sbcs from 'chardet/lib/encoding/sbcs.js';

/** The names of likely encodings, the likeliest first. */
export function likeliest(bytes: Uint8Array): EncodingName[] {
  const byteStats = new Array<number>(256).fill(0);
  for (const byte of bytes) byteStats[byte]!++;
  const context = {
    byteStats,
    c1Bytes: byteStats.slice(0x80, 0xa0).some((count) => count > 0),
    rawInput: bytes,
    rawLen: bytes.length,
    inputBytes: bytes,
    inputLen: bytes.length,
  };
  return recognisers()
    .flatMap((recogniser) => recogniser.match(context) ?? [])
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ name }) => name);
}

const recognisers = () => [
  new mbcs.sjis(),
  new mbcs.big5(),
  new mbcs.euc_jp(),
  new mbcs.euc_kr(),
  new mbcs.gb_18030(),
  new sbcs.ISO_8859_1(),
  new sbcs.ISO_8859_2(),
  new sbcs.ISO_8859_5(),
  new sbcs.ISO_8859_6(),
  new sbcs.ISO_8859_7(),
  new sbcs.ISO_8859_8(),
  new sbcs.ISO_8859_9(),
  new sbcs.windows_1251(),
  new sbcs.windows_1256(),
  new sbcs.windows_1257(),
  new sbcs.windows_1258(),
  new sbcs.windows_874(),
  new sbcs.KOI8_R(),
];
