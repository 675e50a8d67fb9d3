/** Errors of Parquet files, in English. */
import { counted } from '../../text/messages.js';
import { type Numbers, says, type Texts, type Told } from '../../told.js';

export const unreadableParquet = says(
  'unreadable-parquet',
  ({ fault }: { readonly fault: Told }) => `cannot be read as Parquet: ${fault.text}`,
);
export const cellsOfColumn = says(
  'unreadable-parquet/cells',
  ({ column, expected, found }: Texts<'column'> & Numbers<'expected' | 'found'>) =>
    `expected ${counted(expected, 'cell')} in column "${column}", found ${found}; the file is damaged`,
);
export const endOfFile = says('parquet-fault/end', 'the file ends at byte {byte}');
export const pagesInGroup = says(
  'parquet-fault/pages',
  'column "{column}": expected its pages once in each row group of the file',
);
export const rowsOfGroups = says(
  'parquet-fault/rows',
  'expected {expected} rows, at most {most}, found {found} in its groups',
);
export const storedBytes = says(
  'parquet-fault/bytes',
  'expected at most {most} bytes in all columns together, found {found}',
);
export const strangeColumn = says(
  'parquet-fault/column',
  'expected a column of the schema in each row group, found "{column}"',
);

/** What a page must have, and what it has. */
export type PageFault =
  | { readonly of: 'page' | 'unpacked'; readonly most: number; readonly found: number | undefined }
  | { readonly of: 'all'; readonly most: number; readonly rows: number; readonly found: number }
  | { readonly of: 'values'; readonly most: number; readonly found: number; readonly nulls: number }
  | {
      readonly of: 'levels' | 'runs' | 'dictionary';
      readonly values: number;
      readonly found: number;
    }
  | { readonly of: 'end'; readonly most: number; readonly found: number }
  | { readonly of: 'kind'; readonly found: string | undefined };

export const badPage = says('parquet-fault/page', ({ column, byte, page }: BadPage) => {
  const [expected, found] = pageWords(page);
  return `column "${column}", byte ${byte}: expected ${expected}, found ${found}`;
});

interface BadPage {
  readonly column: string;
  readonly byte: number;
  readonly page: PageFault;
}

function pageWords(page: PageFault): readonly [expected: string, found: string | number] {
  switch (page.of) {
    case 'page':
      return [`a page of at most ${page.most} bytes`, page.found ?? 'no size'];
    case 'unpacked':
      return [`at most ${page.most} bytes in a page`, page.found ?? 'no size'];
    case 'all':
      return [`at most ${page.most} bytes in all pages of ${page.rows} rows`, page.found];
    case 'values':
      return [
        `at most ${page.most} values in a page`,
        `${page.found}, of which ${page.nulls} missing`,
      ];
    case 'levels':
      return [`levels of ${page.values} values`, page.found];
    case 'runs':
      return [`runs of at most ${page.values} values`, page.found];
    case 'dictionary':
      return [`places in a dictionary of ${page.values} values`, page.found];
    case 'end':
      return [`pages within ${page.most} bytes`, `an end at byte ${page.found}`];
    case 'kind':
      return ['a page of values', page.found ?? 'a page of an unknown type'];
  }
}
