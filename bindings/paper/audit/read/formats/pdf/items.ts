/** Pieces of text on the pages of a PDF file, with their places. */
import { ligatures } from '../grid.js';
import { InputError } from '../../../../../core/errors/errors.js';
import { optionalPackage } from '../../../../../data/optional-package.js';
import { noTextLayer, notPdf } from '../../../../../words/errors/paper/audits.js';

/** A piece of text; lengths are in points. */
export interface Item {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The height of the baseline: larger is higher on the page. */
  readonly base: number;
  /** The size of the letters. */
  readonly size: number;
}

interface TextItem {
  readonly str: string;
  /** The matrix of the text: direction, size and place. */
  readonly transform: readonly number[];
  readonly width: number;
}

interface Page {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
}

interface Unpdf {
  getDocumentProxy(
    bytes: Uint8Array,
    options: { readonly verbosity: number },
  ): Promise<{
    readonly numPages: number;
    getPage(number: number): Promise<Page>;
  }>;
}

/**
 * The pieces of each page, by the direction of their text: a table that is turned sideways is a page of its own.
 *
 * @throws InputError `missing-package` without `unpdf`, `bad-value` for a file that cannot be read or has no text
 */
export async function itemsOf(bytes: Uint8Array, name: string): Promise<Item[][]> {
  const { getDocumentProxy } = await optionalPackage(
    'unpdf',
    'tables in PDF',
    () => import('unpdf') as Promise<Unpdf>,
  );
  const pages: Item[][] = [];
  try {
    // The package takes the memory of what it reads.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(...byDirection(items.filter(isText)));
    }
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new InputError(notPdf({ file: name, fault }), name);
  }
  if (pages.length === 0) throw new InputError(noTextLayer({ file: name }), name);
  return pages;
}

function isText(item: object): item is TextItem {
  return 'str' in item && typeof item.str === 'string' && item.str.trim() !== '';
}

function byDirection(items: readonly TextItem[]): Item[][] {
  const pages = new Map<number, Item[]>();
  for (const item of items) {
    const quarter = quarterOf(item);
    pages.set(quarter, [...(pages.get(quarter) ?? []), turned(item, quarter)]);
  }
  return [...pages.values()];
}

/** Quarter turns of the text, counter-clockwise. */
function quarterOf({ transform: [a = 0, b = 0] }: TextItem): number {
  return (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
}

function turned({ str, transform, width }: TextItem, quarter: number): Item {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const [left, base] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ][quarter] as [number, number];
  return {
    text: withLigatures(str),
    left,
    right: left + width,
    base,
    size: Math.max(Math.abs(c), Math.abs(d)),
  };
}

/** Ligatures of TeX's fonts, which are control characters where a font does not name its letters. */
function withLigatures(text: string): string {
  return text.replace(/[\x0b-\x0f\x1b-\x1f]/g, (one) => ligatures[(one.charCodeAt(0) & 15) - 11]!);
}
