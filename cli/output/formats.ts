/** Formats by the extensions of file names. */
import { InputError } from '../../bindings/index.js';
import { type ConvertFormat, convertFormats } from '../../bindings/entries/data.js';
import {
  type FigureFormat,
  figureFormats,
  type TableFormat,
} from '../../bindings/entries/report.js';
import { wrongEnding } from '../../bindings/words/errors/program/files.js';

/** The format of each extension, without its dot. */
type Endings<Format extends string> = Readonly<Record<string, Format>>;

/** Parts of the error for an unknown extension. */
interface Wording {
  /** What names the file in messages, such as `--save`. */
  readonly subject: string;
  /** Whether the option --to names the format of a file with another ending. */
  readonly hasTo?: boolean;
}

function byName<Format extends string>(names: readonly Format[]): Endings<Format> {
  return Object.fromEntries(names.map((name) => [name, name])) as Endings<Format>;
}

const dataEndings: Endings<ConvertFormat> = { ...byName(convertFormats), feather: 'arrow' };

const figureEndings: Endings<FigureFormat> = byName(figureFormats);

const tableEndings: Endings<TableFormat> = {
  txt: 'text',
  md: 'markdown',
  html: 'html',
  htm: 'html',
  tex: 'latex',
  typ: 'typst',
  qmd: 'quarto',
  csv: 'csv',
  json: 'json',
  docx: 'docx',
  xlsx: 'xlsx',
  pdf: 'pdf',
  png: 'png',
};

/** @throws InputError `bad-value` for a name without a known extension, in the functions below too */
function formatOf<Format extends string>(
  path: string,
  endings: Endings<Format>,
  { subject, hasTo = false }: Wording,
): Format {
  const name = path.toLowerCase();
  const ending = Object.keys(endings).find((one) => name.endsWith(`.${one}`));
  if (ending !== undefined) return endings[ending]!;
  const known = Object.keys(endings).map((one) => `.${one}`);
  const detail = { path: subject, found: path, endings: known, hasTo };
  throw new InputError(wrongEnding(detail), subject);
}

/** The format of a data file to write. */
export function dataFormat(path: string, wording: Wording): ConvertFormat {
  return formatOf(path, dataEndings, wording);
}

/** The format of a figure to write. */
export function figureFormat(path: string, wording: Wording): FigureFormat {
  return formatOf(path, figureEndings, wording);
}

/** The format of a table to write. */
export function tableFormat(path: string, wording: Wording): TableFormat {
  return formatOf(path, tableEndings, wording);
}
