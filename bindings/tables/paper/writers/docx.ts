/** A table as a Word document: cells that can be edited, rules as borders, notes below. */
import type * as Docx from 'docx';
import { optionalPackage } from '../../../data/optional-package.js';
import { gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { type Edge, type EdgedLine, edgedLines } from './edges.js';

/** Widths of rules in eighths of a point. */
const RULE_WIDTH = { heavy: 8, light: 4 } as const;
/** Half points of the notes. */
const NOTE_SIZE = 18;

/** @throws InputError `missing-package` without docx */
export async function paperDocx(table: PaperTable): Promise<Uint8Array> {
  const docx = await optionalPackage('docx', 'tables in Word', () => import('docx'));
  const { AlignmentType, Document, Packer, Paragraph, Table, TextRun, WidthType } = docx;
  const title = table.title === undefined ? [] : [table.title];
  const document = new Document({
    sections: [
      {
        children: [
          ...title.map(
            (text) => new Paragraph({ text, alignment: AlignmentType.CENTER, keepNext: true }),
          ),
          new Table({
            rows: edgedLines(gridOf(table)).map((line) => rowOf(docx, line)),
            width: { size: 100, type: WidthType.PERCENTAGE },
          }),
          ...table.notes.map(
            (text) => new Paragraph({ children: [new TextRun({ text, size: NOTE_SIZE })] }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await (await Packer.toBlob(document)).arrayBuffer());
}

function rowOf(docx: typeof Docx, { cells, kind }: EdgedLine): Docx.TableRow {
  const { AlignmentType, BorderStyle, Paragraph, TableCell, TableRow } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const border = (edge: Edge) =>
    edge === undefined
      ? none
      : { style: BorderStyle.SINGLE, size: RULE_WIDTH[edge], color: '000000' };
  return new TableRow({
    tableHeader: kind === 'head' || kind === 'span',
    cantSplit: true,
    children: cells.map(
      ({ text, span, top, bottom }, j) =>
        new TableCell({
          columnSpan: span,
          borders: { top: border(top), bottom: border(bottom), left: none, right: none },
          children: [
            new Paragraph({
              text,
              alignment: j === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
            }),
          ],
        }),
    ),
  });
}
