/** Writes columns of a result to a data file, in the format that its name asks for. */
import {
  augment,
  type Columns,
  type ConvertFormat,
  convertFormats,
  convertTable,
  type FitResult,
  glance,
  InputError,
  tidy,
} from '../bindings/index.js';
import { writeWhole } from './files.js';
import { type Host, printError } from './host.js';
import type { Paths } from './outputs.js';

/** Files for the parts of a fit. */
export interface SaveOptions {
  /** The rows. */
  readonly save?: string;
  /** The coefficients. */
  readonly tidy?: string;
  /** Statistics and tests. */
  readonly glance?: string;
}

export function savedPaths(options: SaveOptions): Paths {
  return [
    ['--save', options.save],
    ['--tidy', options.tidy],
    ['--glance', options.glance],
  ];
}

/** @throws InputError `bad-value` for a name without a known ending */
export function checkSaved(options: SaveOptions): void {
  for (const [option, path] of savedPaths(options)) if (path !== undefined) formatOf(path, option);
}

/** Writes the parts of a fit that options name. What rows do not have is said on standard error. */
export async function saveParts(host: Host, fit: FitResult, options: SaveOptions): Promise<void> {
  const { save, tidy: terms, glance: summary } = options;
  if (save !== undefined) {
    const { columns, warnings } = await augment(fit);
    await saveColumns(host, save, columns);
    for (const { code, message } of warnings) {
      printError(host, `wasmetrics: warning: ${save}: ${message} [${code}]`);
    }
  }
  if (terms !== undefined) await saveColumns(host, terms, tidy(fit));
  if (summary !== undefined) await saveColumns(host, summary, glance(fit));
}

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
