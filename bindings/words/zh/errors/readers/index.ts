/** Errors of files of data, in Chinese. */
import type * as english from '../../../errors/readers/index.js';
import type { Retold } from '../../../told.js';
import { arrow } from './arrow.js';
import { csv } from './csv.js';
import { dta } from './dta.js';
import { encodings } from './encodings.js';
import { files } from './files.js';
import { json } from './json.js';
import { packed } from './packed.js';
import { parquet } from './parquet.js';
import { sql } from './sql.js';
import { written } from './written.js';
import { xlsx } from './xlsx.js';

export const readers: Retold<typeof english> = {
  ...arrow,
  ...csv,
  ...dta,
  ...encodings,
  ...files,
  ...json,
  ...packed,
  ...parquet,
  ...sql,
  ...written,
  ...xlsx,
};
