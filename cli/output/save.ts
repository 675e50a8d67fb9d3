/** Writes columns to a data file in the format of its extension. */
import { notices } from '../../bindings/words/errors/program/notices.js';
import {
  augment,
  type DataInput,
  type FitResult,
  fixedEffects,
  glance,
  tidy,
} from '../../bindings/index.js';
import { convertTable } from '../../bindings/entries/data.js';
import { writeWhole } from '../files/files.js';
import { type Host, notice } from '../host.js';
import { printWarning } from '../warnings.js';
import { dataFormat } from './formats.js';
import type { SaveOptions } from './saved.js';

/** Writes the parts of a fit that options name. A warning on standard error says what rows do not have. */
export async function saveParts(host: Host, fit: FitResult, options: SaveOptions): Promise<void> {
  const { save, tidy: terms, glance: summary, fixedEffects: levels } = options;
  if (save !== undefined) {
    const { columns, warnings } = await augment(fit);
    await saveColumns(host, ['--save', save], columns);
    for (const warning of warnings) printWarning(host, warning, { place: save });
  }
  if (terms !== undefined) await saveColumns(host, ['--tidy', terms], tidy(fit));
  if (summary !== undefined) await saveColumns(host, ['--glance', summary], glance(fit));
  if (levels !== undefined)
    await saveColumns(host, ['--fixed-effects', levels], await fixedEffects(fit));
}

/**
 * Writes columns to the file of an option. A warning on standard error says what the format cannot store.
 *
 * @throws InputError `bad-value` for a name without a known extension; as `convertTable` and `writeWhole`
 */
export async function saveColumns(
  host: Host,
  [option, path]: readonly [option: string, path: string],
  columns: DataInput,
): Promise<void> {
  const { bytes, told } = await convertTable(columns, dataFormat(path, { subject: option }));
  await writeWhole(host, path, [bytes]);
  for (const note of told)
    notice(host, notices['note-of-file']({ file: path, told: note }), 'wasmetrics: ');
}
