/** Workbooks that LibreOffice converted from the .xlsx next to them: both are one table. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../../../../../bindings/data/readers/read-table.js';
import { plain } from './support.js';

const read = async (file: string) => {
  const url = new URL(`../../../../golden/yearbooks/${file}`, import.meta.url);
  return readTable(new Uint8Array(readFileSync(url)), { name: 'book' });
};

test.each(['eps', 'nbs', 'typed'])('%s.ods is the table of the .xlsx', async (name) => {
  const [open, excel] = [await read(`${name}.ods`), await read(`${name}.xlsx`)];
  expect(plain(open)).toEqual(plain(excel));
  expect(open.warnings).toEqual(excel.warnings);
});

test('a text with OpenDocument in it, which is no spreadsheet, is refused by name', async () => {
  const bytes = new TextEncoder().encode(
    'PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text',
  );
  await expect(readTable(bytes, { name: 'a.odt' })).rejects.toMatchObject({ code: 'not-text' });
});
