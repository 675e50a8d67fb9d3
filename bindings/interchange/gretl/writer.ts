/** Parts of gretl scripts. */
import { gretlQuoted, isGretlName } from '../../core/escapes/gretl.js';
import { show } from '../../words/text/messages.js';
import type { DataFile } from '../../models/schema/data-keys.js';
import { refusal } from '../programs.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';
import { type Told } from '../../words/told.js';

/** @throws InputError `not-expressed` for text that cannot name a series */
export function gretlName(name: string, key: string): string {
  if (isGretlName(name)) return name;
  throw refusal('gretl', key, unexpressed['column-name']({ name: show(name) }));
}

/** A text in quotes. @throws InputError `not-expressed` for one that quotes cannot hold */
export function gretlText(text: string, key: string, what: Told): string {
  const quoted = gretlQuoted(text);
  if (quoted !== undefined) return quoted;
  throw refusal('gretl', key, what);
}

/** The line that reads the data. */
export function gretlData(data: DataFile | undefined): string {
  if (data === undefined) return '# open the data here';
  const what = unexpressed['file-name']({ file: show(data.file) });
  return `open ${gretlText(data.file, 'data.file', what)}`;
}
