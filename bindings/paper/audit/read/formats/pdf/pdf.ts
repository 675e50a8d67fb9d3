/** The text of PDF files in lines with columns. */
import { columnsOfText } from './columns.js';
import { itemsOf } from './items.js';
import { linesOf, type PdfLine, printed } from './lines.js';

/**
 * The text of the pages, one after the other, each piece at its place in its line. Pages with two columns of text
 * give the left one first.
 *
 * @throws InputError `missing-package` without `unpdf`, `bad-value` for a file that cannot be read or has no text
 */
export async function pdfText(bytes: Uint8Array, name: string): Promise<string[]> {
  const pages = await itemsOf(bytes, name);
  return pages.flatMap((items) => columnsOfText(withoutNumber(linesOf(items))).map(printed));
}

/** Leaves out the number of the page. */
function withoutNumber(lines: readonly PdfLine[]): readonly PdfLine[] {
  const isNumber = ({ items }: PdfLine) =>
    items.length === 1 && /^\W*\d{1,4}\W*$/.test(items[0]!.text);
  return lines.filter((line, i) => !((i === 0 || i === lines.length - 1) && isNumber(line)));
}
