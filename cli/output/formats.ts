/** Formats by the extensions of file names. */
import {
  type ConvertFormat,
  convertFormats,
  type FigureFormat,
  figureFormats,
  InputError,
  type TableFormat,
} from '../../bindings/index.js';

/** The format of each extension, without its dot. */
type Endings<Format extends string> = Readonly<Record<string, Format>>;

/** Parts of the error for an unknown extension. */
interface Wording {
  /** What names the file in messages, such as `--save`. */
  readonly subject: string;
  /** What to do about an unknown ending. */
  readonly advice?: string;
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
};

/** @throws InputError `bad-value` for a name without a known extension, in the functions below too */
function formatOf<Format extends string>(
  path: string,
  endings: Endings<Format>,
  { subject, advice = 'rename it' }: Wording,
): Format {
  const name = path.toLowerCase();
  const ending = Object.keys(endings).find((one) => name.endsWith(`.${one}`));
  if (ending !== undefined) return endings[ending]!;
  const known = Object.keys(endings).map((one) => `.${one}`);
  const list = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
  const message = `expected a file that ends in ${list}, found ${path}; ${advice}`;
  throw new InputError('bad-value', message, { path: subject, found: path }, subject);
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
