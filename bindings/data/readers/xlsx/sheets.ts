/** The sheets of a workbook of Excel or OpenDocument. */
import type { Archive } from '../bytes/zip-archive.js';
import { isOpenDocument, readOpenDocument } from './open-document.js';
import { readSheet, type Sheet, type SheetContext } from './sheet.js';
import { cellStyles } from './styles.js';
import { readWorkbook, requiredMember, type Workbook, type WorkbookSheet } from './workbook.js';
import { parseXml, unescaped } from './xml.js';

/** The sheets of a workbook, each of which is read on use. */
export interface Sheets {
  readonly sheets: readonly WorkbookSheet[];
  readonly read: (sheet: WorkbookSheet) => Sheet;
}

/** With `shown`, numbers are the texts that the program shows: rounded by their format, with its signs. */
export function sheetsOf(archive: Archive, shown = false): Sheets {
  return (isOpenDocument(archive) ? openDocument : excel)(archive, shown);
}

function excel(archive: Archive, shown: boolean): Sheets {
  const workbook = readWorkbook(archive);
  const context = contextOf(archive, workbook, shown);
  /** Many sheets may have one path. */
  const known = new Map<string, Sheet>();
  const read = ({ path }: WorkbookSheet): Sheet => {
    const sheet = known.get(path) ?? readSheet(requiredMember(archive, path), path, context);
    known.set(path, sheet);
    return sheet;
  };
  return { sheets: workbook.sheets, read };
}

function openDocument(archive: Archive, shown: boolean): Sheets {
  const sheets = readOpenDocument(archive, shown);
  return { sheets, read: (one) => sheets.find((sheet) => sheet === one)!.sheet };
}

function contextOf(
  archive: Archive,
  { from1904, stylesPath, stringsPath }: Workbook,
  shown: boolean,
): SheetContext {
  const [styles, strings] = [stylesPath, stringsPath].map((path) =>
    path === undefined ? undefined : requiredMember(archive, path),
  );
  const { dates, formats } = styles ? cellStyles(styles, stylesPath!) : { dates: [], formats: [] };
  return {
    from1904,
    dateStyles: dates,
    ...(shown && { formats }),
    strings: strings ? sharedStrings(strings, stringsPath!) : [],
  };
}

/** Texts that cells share. Reading aids for Chinese and Japanese (`rPh`) are left out. */
function sharedStrings(bytes: Uint8Array, path: string): string[] {
  const strings: string[] = [];
  let text = '';
  let [inText, inAid] = [false, false];
  parseXml(bytes, path, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inAid = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
    },
    text: (part) => {
      if (inText && !inAid) text += part;
    },
  });
  return strings;
}
