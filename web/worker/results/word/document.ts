/** A table as a Word document: the parts of WordprocessingML that a table with three rules needs. */
import type { PaperTable } from 'wasmetrics/report';
import { zipOf } from './zip.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
const relations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** The bytes of a file that Word opens. */
export function wordOf(table: PaperTable): Uint8Array<ArrayBuffer> {
  const { title, notes } = table;
  const body = [
    ...(title === undefined ? [] : [paragraph(title, 'left', { bold: true })]),
    tableXml(table),
    ...notes.map((note) => paragraph(note, 'left', { small: true })),
  ].join('');
  const document = `${declaration}<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipOf({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations,
    'word/document.xml': document,
  });
}

/** Letters that XML does not allow are left out. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escaped = (text: string) =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

type Align = 'left' | 'center' | 'right';

interface Look {
  readonly bold?: boolean;
  readonly small?: boolean;
}

function paragraph(text: string, align: Align, { bold, small }: Look = {}): string {
  const look = `${bold === true ? '<w:b/>' : ''}<w:sz w:val="${small === true ? 18 : 20}"/>`;
  const place = `<w:spacing w:before="0" w:after="0"/><w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr>${place}</w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

interface Cell {
  readonly text: string;
  readonly align: Align;
  readonly span?: number;
}

interface Line {
  readonly cells: readonly Cell[];
  /** Width of the rules above and below, in eighths of a point. */
  readonly above?: number;
  readonly below?: number;
}

const [heavy, light] = [12, 6];

function tableXml(table: PaperTable): string {
  const lines = [...headLines(table), ...bodyLines(table)];
  const last = lines.length - 1;
  const rows = lines.map((line, i) =>
    rowXml({
      ...line,
      ...(i === 0 && { above: heavy }),
      ...(i === last && { below: heavy }),
    }),
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr>${rows.join('')}</w:tbl>`;
}

function rowXml({ cells, above, below }: Line): string {
  const rule = (edge: string, width: number | undefined) =>
    width === undefined ? '' : `<w:${edge} w:val="single" w:sz="${width}" w:space="0"/>`;
  const borders = `<w:tcBorders>${rule('top', above)}${rule('bottom', below)}</w:tcBorders>`;
  const drawn = cells.map(({ text, align, span = 1 }) => {
    const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
    return `<w:tc><w:tcPr>${over}${borders}</w:tcPr>${paragraph(text, align)}</w:tc>`;
  });
  return `<w:tr>${drawn.join('')}</w:tr>`;
}

/** Headings over several columns, and the headings of the columns. */
function headLines({ head, spans }: PaperTable): Line[] {
  const columns = head.at(-1)!.length;
  const levels = [...new Set(spans.map(({ level = 0 }) => level))].sort((a, b) => a - b);
  const above = levels.map((level): Line => {
    const ofLevel = spans
      .filter((span) => (span.level ?? 0) === level)
      .sort((a, b) => a.over[0] - b.over[0]);
    const cells: Cell[] = [{ text: '', align: 'left' }];
    let next = 1;
    const fill = (end: number) => {
      for (; next < end; next++) cells.push({ text: '', align: 'center' });
    };
    for (const { head: text, over } of ofLevel) {
      fill(over[0]);
      cells.push({ text, align: 'center', span: over[1] - over[0] + 1 });
      next = over[1] + 1;
    }
    fill(columns);
    return { cells };
  });
  const named = head.map((texts, i): Line => ({
    cells: texts.map((text, j) => ({ text, align: j === 0 ? 'left' : 'center' })),
    ...(i === head.length - 1 && { below: light }),
  }));
  return [...above, ...named];
}

function bodyLines({ body, head }: PaperTable): Line[] {
  const columns = head.at(-1)!.length - 1;
  let ruled = false;
  return body.flatMap(({ kind, label, cells }): Line[] => {
    if (kind === 'rule') {
      ruled = true;
      return [];
    }
    const above = ruled ? { above: light } : {};
    ruled = false;
    const numbers = Array.from({ length: columns }, (_, j): Cell => {
      const text = cells.find(({ column }) => column === j + 1)?.text ?? '';
      return { text, align: 'right' };
    });
    return [{ cells: [{ text: label, align: 'left' }, ...numbers], ...above }];
  });
}
