/** Right tables: true numbers, rounded and printed in many layouts. */
import { type Draw, drawer } from './numbers/draw.js';
import { notesOf } from './notes.js';
import { printedTable } from './printed.js';
import { type Style, styleOf } from './style.js';
import { alignedLayouts } from './layouts/aligned.js';
import { chineseLayouts } from './layouts/chinese.js';
import { csvLayouts } from './layouts/csv.js';
import { htmlLayouts } from './layouts/html.js';
import { latexHands } from './layouts/latex-hands.js';
import { latexPrograms } from './layouts/latex-r.js';
import type { Layout } from './layouts/layout.js';
import { markdownLayouts } from './layouts/markdown.js';
import { plainLayouts } from './layouts/matrices.js';
import { pdfLayouts } from './layouts/pages/pdf.js';
import { textLayouts } from './layouts/text.js';
import { typstLayouts } from './layouts/typst.js';
import { wideLayouts } from './layouts/wide.js';
import { wordLayouts } from './layouts/word.js';
import { workbookLayouts } from './layouts/workbook.js';
import { studiesOf } from './studies/index.js';
import type { Study } from './studies/study.js';

export interface RightTable {
  readonly layout: string;
  readonly study: string;
  readonly contents: string | Uint8Array;
}

export const layouts: readonly Layout[] = [
  ...[latexPrograms, latexHands, markdownLayouts, htmlLayouts, csvLayouts, wordLayouts].flat(),
  ...[chineseLayouts, textLayouts, wideLayouts, alignedLayouts].flat(),
  ...[workbookLayouts, typstLayouts, pdfLayouts].flat(),
];

function laid(layout: Layout, study: Study, seed: number): string | Uint8Array {
  const draw = drawer(seed);
  const style = styleOf(draw, study, layout.limits);
  const table = printedTable(study, style, layout.vocabulary, draw);
  const { second } = study;
  const notes = notesIn(layout, style, study, draw);
  return layout.render({
    table,
    draw,
    ...(second !== undefined && { second: printedTable(second, style, layout.vocabulary, draw) }),
    notes,
  });
}

/** The notes of the program with those of the author. */
export function notesIn(layout: Layout, style: Style, study: Study, draw: Draw): string[] {
  const { notes: program, raw } = layout;
  if (program === undefined) return notesOf(draw, style, study);
  const written = program(style, study, draw);
  const added = raw === true ? [] : study.notes.filter((note) => !written.includes(note));
  return [...written, ...added].filter((text) => text !== '');
}

/** Raw output says nothing of what an author did with it. */
function fits({ raw }: Layout, { resampled, oneSided, rescaled, notes }: Study): boolean {
  const isPlain = resampled !== true && oneSided !== true && rescaled !== true;
  return raw !== true || (isPlain && notes.length === 0);
}

/** `each` tables in each layout, of studies in turn. */
export function rightTables(each: number, list: readonly Layout[] = layouts): RightTable[] {
  const studies = studiesOf(3);
  const ofStudies = list.flatMap((layout, l) =>
    Array.from({ length: each }, (_, i): RightTable => {
      const start = i * 4 + l * 7 + Math.floor(i / 22);
      const study = studies
        .map((_, j) => studies[(start + j) % studies.length]!)
        .find((one) => fits(layout, one))!;
      return {
        layout: layout.name,
        study: study.name,
        contents: laid(layout, study, 1000 * l + i),
      };
    }),
  );
  const ofData = plainLayouts.flatMap((layout, l) =>
    Array.from({ length: each }, (_, i): RightTable => ({
      layout: layout.name,
      study: 'data',
      contents: layout.make(drawer(70000 + 1000 * l + i), 11 * l + i),
    })),
  );
  return list === layouts ? [...ofStudies, ...ofData] : ofStudies;
}
