/** Scripts of Python: the command string of pydynpd, and the file and panel columns in the call. */
import type { DpdModelInput } from '../../models/dpd/model/model.js';
import { checkStatement } from '../bounds.js';
import { defined, type ImportedModel, type ImportOptions } from '../imported.js';
import { readPydynpd } from './import-pydynpd.js';

/** Reads a script, or a single command string. Throws InputError `command-syntax` with a caret. */
export function readPython(text: string, options: ImportOptions): ImportedModel<DpdModelInput> {
  const call =
    /abond\(\s*(["'])(.*?)\1(?:\s*,\s*\w+\s*,\s*\[\s*["'](.*?)["']\s*,\s*["'](.*?)["'])?/s.exec(
      text,
    );
  const [, , command = text, unit, time] = call ?? [];
  checkStatement(command);
  if (call === null) return readPydynpd({ text, position: 0 }, options);
  const file = /read_csv\(\s*["'](.*?)["']/.exec(text)?.[1];
  const known = { unit, time, data: file };
  return readPydynpd({ text: command, position: 0 }, { ...options, ...defined(known) });
}
