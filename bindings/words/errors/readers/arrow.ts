/** Errors of Arrow and Feather files, in English. */
import { says, type Told } from '../../told.js';

export const unreadableArrow = says(
  'unreadable-arrow',
  ({ fault }: { readonly fault: Told }) => `cannot be read as Arrow: ${fault.text}`,
);
export const textsInOrder = says(
  'arrow-fault/texts',
  'column "{column}": expected texts in order, found another at row {row}',
);
export const rowsOfPart = says(
  'arrow-fault/rows',
  'column "{column}": expected at most {most} rows as there are bytes, found {found}',
);

interface BytePlace {
  readonly byte: number;
}

export const moreInStream = says(
  'arrow-fault/more',
  'expected the end of the stream at byte {byte}, found more from byte {more} on',
);

/** What is too long. */
export type ArrowPart = 'metadata' | 'body' | 'footer' | 'tables';

const parts: Readonly<Record<ArrowPart, string>> = {
  metadata: 'metadata',
  body: 'a body',
  footer: 'a footer',
  tables: 'tables',
};

export const longPart = says(
  'arrow-fault/long',
  ({ part, length, byte, left }: BytePlace & LongPart) =>
    `expected ${parts[part]} of at most ${left} bytes at byte ${byte}, found ${length}`,
);

interface LongPart {
  readonly part: ArrowPart;
  readonly length: number;
  readonly left: number;
}

export const noFooter = says(
  'arrow-fault/footer',
  'expected a footer, found the end at byte {byte}',
);
export const otherBlock = says(
  'arrow-fault/block',
  ({ byte, rows }: BytePlace & { readonly rows: boolean }) =>
    `expected ${rows ? 'a batch of rows' : 'a dictionary'} at byte ${byte}, to which the footer points`,
);
export const otherMessage = says(
  'arrow-fault/message',
  'expected a message of a table at byte {byte}, found kind {kind}',
);
