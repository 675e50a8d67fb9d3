/**
 * Commands of other programs as models: a command by itself, or the script that `exportModel` writes, whose lines about
 * data and panel are read, too.
 */
import { inputError, nearest } from '../data/index.js';
import { parseModel } from '../models/model-file.js';
import type { ImportedModel, ImportOptions } from './imported.js';
import { readPydynpd } from './import-pydynpd.js';
import { readXtabond2 } from './import-xtabond2.js';

const commands = ['xtabond2'];

/**
 * The model of a command of xtabond2 or of pydynpd.
 *
 * @throws InputError `command-syntax` with a caret at what cannot be read and the nearest known option, and what
 *   `parseModel` throws for options that contradict each other
 */
export function importModel(text: string, options: ImportOptions = {}): ImportedModel {
  const imported =
    /\|/.test(text) && !/^\s*xtabond2\b/m.test(text)
      ? fromPython(text, options)
      : fromStata(text, options);
  parseModel(imported.model);
  return imported;
}

function fromPython(text: string, options: ImportOptions): ImportedModel {
  const call =
    /abond\(\s*(["'])(.*?)\1(?:\s*,\s*\w+\s*,\s*\[\s*["'](.*?)["']\s*,\s*["'](.*?)["'])?/s.exec(
      text,
    );
  if (call === null) return readPydynpd({ text, at: 0 }, options);
  const [, , command, unit, time] = call;
  const file = /read_csv\(\s*["'](.*?)["']/.exec(text)?.[1];
  const known = { unit, time, data: file };
  return readPydynpd({ text: command!, at: 0 }, { ...options, ...defined(known) });
}

/** Lines of a do-file; `///` continues a line, `*` and `//` begin comments. */
function fromStata(text: string, options: ImportOptions): ImportedModel {
  const lines = text.replace(/\/\/\/[^\n]*\n/g, ' ').split('\n');
  let known: ImportOptions = options;
  let found: ImportedModel | undefined;
  for (const line of lines) {
    const statement = line.replace(/\s\/\/.*$/, '').trim();
    if (statement === '' || /^(?:\*|\/\/)/.test(statement)) continue;
    const setting = settingOf(statement);
    if (setting !== undefined) {
      known = { ...known, ...setting };
      continue;
    }
    const word = /^\S+/.exec(statement)![0];
    if (!commands.includes(word)) throw notRead(statement, word);
    if (found !== undefined) throw place(statement, 'expected one command, found another');
    found = readXtabond2({ text: statement, at: word.length }, known);
  }
  if (found === undefined)
    throw place(text, 'expected a command of xtabond2 or pydynpd, found none');
  return found;
}

/** What lines before the command say: the file, or unit, time and step. */
function settingOf(statement: string): ImportOptions | undefined {
  const file = /^import\s+delimited\s+(?:using\s+)?(?:"([^"]+)"|([^\s,]+))/.exec(statement);
  if (file !== null) return defined({ data: file[1] ?? file[2] });
  const panel = /^(?:xtset|tsset)\s+(\w+)\s+(\w+)(?:\s*,\s*delta\(([\d.]+)\))?\s*$/.exec(statement);
  if (panel === null) return undefined;
  const [, unit, time, step] = panel;
  return defined({ unit, time, step: step === undefined ? undefined : Number(step) });
}

function defined<T extends object>(values: T): T {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}

function notRead(statement: string, word: string) {
  const near = nearest(word, commands);
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  const message = `expected a command of xtabond2, or of pydynpd with its "|", found "${word}"${hint}`;
  return place(statement, message);
}

function place(text: string, message: string) {
  return inputError({ text, offset: 0 }, 'command-syntax', message);
}
