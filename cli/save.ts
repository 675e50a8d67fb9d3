/** Writes columns of a result to a data file, in the format that its name asks for. */
import {
  type Columns,
  convertFormats,
  convertTable,
  InputError,
  type ConvertFormat,
} from '../bindings/index.js';
import { writeWhole } from './files.js';
import { type Host, printError } from './host.js';

/** @throws InputError `bad-value` for a name without a known ending, and as `convertTable` and `writeWhole` */
export async function saveColumns(host: Host, path: string, columns: Columns): Promise<void> {
  const { bytes, notes } = await convertTable(columns, formatOf(path, '--save'));
  await writeWhole(host, path, [bytes]);
  for (const note of notes) printError(host, `wasmetrics: warning: ${path}: ${note}`);
}

/** The format that the name of a file asks for. */
export function formatOf(path: string, option: string): ConvertFormat {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  const format = ending === 'feather' ? 'arrow' : ending;
  if (convertFormats.includes(format as ConvertFormat)) return format as ConvertFormat;
  const endings = convertFormats.map((one) => `.${one}`).join(', ');
  const message = `${option}: expected a file that ends in ${endings}, found ${path}; rename it`;
  throw new InputError('bad-value', message, { path: option, found: path });
}
