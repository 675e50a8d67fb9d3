/** Tables of files that are zip archives: Word documents and workbooks. */
import { InputError } from '../../../../../core/errors/errors.js';
import { FileError } from '../../../../../data/readers/damage.js';
import { type Archive, openArchive } from '../../../../../data/readers/bytes/zip-archive.js';
import { noMember, notWord } from '../../../../../words/errors/paper/audits.js';
import { unreadableXlsx } from '../../../../../words/errors/readers/xlsx.js';
import type { Told } from '../../../../../words/told.js';
import { readDocx, wordText } from './docx.js';
import type { Grid } from '../grid.js';
import { readSheets } from './workbook.js';

/**
 * The tables of a file, and the text outside them.
 *
 * @throws InputError `bad-value` or `unreadable-xlsx` for a file that is neither, or one that unpacks to too much
 */
export function readPacked(
  bytes: Uint8Array,
  name: string,
): { readonly grids: readonly Grid[]; readonly text: string } {
  const archive = openArchive(bytes, (fault) => neither(name, fault));
  if (archive.member(wordText) !== undefined) return readDocx(archive, name);
  if (!isWorkbook(archive)) throw neither(name, noMember({ path: wordText }));
  try {
    return { grids: readSheets(archive, name), text: '' };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new InputError(unreadableXlsx({ fault: error.fault }), name);
  }
}

/** Texts of OpenDocument have tables too, but their notes are paragraphs elsewhere. */
function isWorkbook(archive: Archive): boolean {
  const type = archive.member('mimetype');
  if (type !== undefined && /text/.test(new TextDecoder().decode(type))) return false;
  const members = ['xl/workbook.xml', 'xl/workbook.bin', 'content.xml'];
  return members.some((path) => archive.member(path) !== undefined);
}

function neither(name: string, fault: Told): InputError {
  return new InputError(notWord({ file: name, fault }), name);
}
