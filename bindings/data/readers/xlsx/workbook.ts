import type { Archive } from '../bytes/zip-archive.js';
import { parseXml, unescaped } from './xml.js';
import { binaryWorkbook, noMember, noSheets } from '../../../words/errors/readers/xlsx.js';
import { FileError } from '../damage.js';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Path of its member. */
  readonly path: string;
}

/** What a workbook says of its parts. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** True if days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly stylesPath: string | undefined;
  readonly stringsPath: string | undefined;
}

/** A part that another one refers to. `type` is the last word of its type. */
interface Relation {
  readonly type: string;
  readonly path: string;
}

/** Reads the sheets with cells; charts are no sheets of data. */
export function readWorkbook(archive: Archive): Workbook {
  const path = workbookPath(archive);
  const relations = relationsOf(archive, path);
  const pathOf = (wanted: string): string | undefined =>
    [...relations.values()].find(({ type }) => type === wanted)?.path;
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  parseXml(requiredMember(archive, path), path, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 ||= /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute('id') ?? '');
      if (relation?.type !== 'worksheet') return;
      const hidden = /hidden/i.test(attribute('state') ?? '');
      sheets.push({ name: unescaped(attribute('name') ?? ''), hidden, path: relation.path });
    },
  });
  if (sheets.length === 0) throw new FileError(noSheets());
  return {
    sheets,
    from1904,
    stylesPath: pathOf('styles'),
    stringsPath: pathOf('sharedStrings'),
  };
}

export function requiredMember(archive: Archive, path: string): Uint8Array {
  const bytes = archive.member(path);
  if (bytes === undefined) throw new FileError(noMember({ path }));
  return bytes;
}

function workbookPath(archive: Archive): string {
  const [main] = [...relationsOf(archive, '').values()].filter(
    ({ type }) => type === 'officeDocument',
  );
  const path = main?.path ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) throw new FileError(binaryWorkbook());
  return path;
}

/** The parts that a part refers to by their ids; '' is the package. */
function relationsOf(archive: Archive, of: string): Map<string, Relation> {
  const slash = of.lastIndexOf('/') + 1;
  const path = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const relations = new Map<string, Relation>();
  const bytes = archive.member(path);
  if (bytes === undefined) return relations;
  parseXml(bytes, path, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const type = /[^/]*$/.exec(attribute('Type') ?? '')![0];
      const target = resolved(of.slice(0, slash), attribute('Target') ?? '');
      relations.set(attribute('Id') ?? '', { type, path: target });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
