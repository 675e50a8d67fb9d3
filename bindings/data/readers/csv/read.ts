import { InputError } from '../../../core/errors/errors.js';
import { NotLoaded } from '../../../core/values/first-use.js';
import type { Table } from '../../table.js';
import { decodeWith } from '../bytes/decode.js';
import { isGzip } from '../bytes/is-gzip.js';
import { type CsvOptions, parseSource } from './parse.js';
import type { DecodeBytes } from './source.js';

const decode: DecodeBytes = (bytes, options) => decodeWith(() => undefined, bytes, options);

/**
 * `parseCsv` of bytes. Decompression, the guess of the encoding, several lines of headings and marks beside
 * numbers are loaded only if needed.
 */
export async function readCsv(data: Uint8Array, options: CsvOptions): Promise<Table> {
  if (!isGzip(data)) {
    try {
      return parseSource({ data, decode }, options);
    } catch (error) {
      const encoding = error instanceof InputError && error.code === 'bad-encoding';
      if (!encoding && !(error instanceof NotLoaded)) throw error;
    }
  }
  const { parseCsv } = await import('./index.js');
  return parseCsv(data, options);
}
