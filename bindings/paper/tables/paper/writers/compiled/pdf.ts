/** Tables as PDF and PNG, set by the Typst compiler. */
import { typstCompiler } from './compiler.js';
import { paperTypst } from '../typst.js';
import type { PaperTable } from '../../table.js';

/** Titles are printed as they are, as in Word. */
const unnumbered = '#set figure(numbering: none)';

/**
 * Pages of A4, one table or more each.
 *
 * @throws InputError `missing-package` without the Typst compiler
 */
export async function paperPdf(...tables: readonly PaperTable[]): Promise<Uint8Array> {
  const typst = await typstCompiler('tables as PDF');
  const mainFileContent = [
    `#set page(paper: "a4")\n${unnumbered}`,
    ...tables.map((table) => paperTypst(table)),
  ];
  return new Uint8Array(
    typst.pdf({ mainFileContent: mainFileContent.join('\n\n') }, { creationTimestamp: 0 }),
  );
}

const PICTURE_DPI = 300;

/**
 * A picture as large as the table.
 *
 * @throws InputError `missing-package` without the Typst compiler or `@resvg/resvg-js`
 */
export async function paperPng(table: PaperTable): Promise<Uint8Array> {
  const typst = await typstCompiler('tables as PNG');
  const page = '#set page(width: auto, height: auto, margin: 8pt, fill: white)\n' + unnumbered;
  const body = paperTypst({ ...table, layout: { ...table.layout, long: 'whole', wide: 'whole' } });
  // Its style sheet is for browsers and would hide the colours of letters.
  const svg = typst
    .svg({ mainFileContent: `${page}\n${body}` })
    .replace(/<style[^>]*>[^]*?<\/style>/g, '');
  const { pictureOf } = await import('./picture.js');
  return pictureOf(svg, PICTURE_DPI);
}
