/** A figure as PDF, on a page of its size. */
import { typstCompiler } from '../../tables/paper/writers/compiled/compiler.js';

/** @throws InputError `missing-package` without the Typst compiler */
export async function pdfOf(svg: string): Promise<Uint8Array> {
  const typst = await typstCompiler('figures as PDF');
  const text = JSON.stringify(svg).replace(/\\u([0-9a-f]{4})/g, '\\u{$1}');
  const mainFileContent = `#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(${text}), format: "svg")`;
  return new Uint8Array(typst.pdf({ mainFileContent }, { creationTimestamp: 0 }));
}
