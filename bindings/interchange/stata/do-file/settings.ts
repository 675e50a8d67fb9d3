/** Statements of a do-file on the data file and the panel. */
import type { Filter } from '../../filters/filter.js';
import { stataFilter } from '../../filters/stata.js';
import { defined, type Setting } from '../../imported.js';
import { fileOption, rowsByNumber } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** A setting, and how a statement reads the file. */
export interface FileSetting extends Setting {
  readonly reading?: Readonly<Record<string, unknown>>;
  /** True if the statement writes the names of columns in lower case. */
  readonly lowersNames?: boolean;
  /** The rows that are read. */
  readonly filter?: Filter;
  /** Sentences on options that are not translated. */
  readonly changes?: readonly Told[];
}

/** Reads `import delimited`, `use firms.dta`, `xtset id year`; undefined for another statement. */
export function settingOf(statement: string): FileSetting | undefined {
  return dataOf(statement) ?? panelSetting(statement);
}

function dataOf(statement: string): FileSetting | undefined {
  const file =
    /^(import\s+(?:delimited|excel)|insheet)\s+(?:[\w\s]*\busing\s+)?(?:"([^"]+)"|([^\s,]+))([^]*)$/.exec(
      statement,
    ) ?? /^(use)\s+(?:[^]*\busing\s+)?(?:"([^"]+)"|([^\s,"]+))([^]*)$/.exec(statement);
  if (file === null) return undefined;
  const [, command, quoted, plain, rest] = file;
  const path = quoted ?? plain!;
  const named = command === 'use' && !/\.\w+$/.test(path) ? `${path}.dta` : path;
  const data = { data: named.replace(/\\/g, '/') };
  if (command === 'use') return { ...data, ...rowsOf(statement) };
  const lowersNames = !/excel/.test(command!) && !/\bcase\(\s*(?:preserve|upper)\s*\)/.test(rest!);
  return { ...data, ...(lowersNames ? { lowersNames } : {}), ...optionsOf(command!, rest!) };
}

/** The rows of `use x y if year > 2000 using firms.dta`. */
function rowsOf(statement: string): Pick<FileSetting, 'filter' | 'changes'> {
  const [, word, text] = /\b(if|in)\s+([^]+?)\s+using\b/.exec(statement) ?? [];
  if (word === 'if') return { filter: stataFilter({ text: text!, position: 0 }) };
  if (word === undefined) return {};
  return { changes: [rowsByNumber({ rows: text! })] };
}

/** Options of import that keep every row, and the names and values of the columns. */
const harmless =
  /^(?:clear|firstrow|case|asdouble|asfloat|bindquotes?|stripquotes?|maxquotedrows|favorstrfixed|stringcols|numericcols|varnames|allstring|comma|names|locale|threads|groupseparator|parselocale|collect)$/;

/** The model key for an option of import; undefined for other options. */
function readingKey(name: string, value: string): readonly [string, string] | undefined {
  if (name === 'tab') return ['delimiter', '\t'];
  if (name.startsWith('delim')) return value.length === 1 ? ['delimiter', value] : undefined;
  if (name === 'sheet') return ['sheet', value];
  if (name === 'decimalseparator') return ['decimal', value];
  return name === 'encoding' ? ['encoding', value.toLowerCase()] : undefined;
}

/** `delimiters(";") encoding("latin1") sheet("data")` as options of a file. */
function optionsOf(command: string, rest: string): Pick<FileSetting, 'reading' | 'changes'> {
  const [, options = ''] = /^[^,]*,([^]*)$/.exec(rest) ?? [];
  const reading: Record<string, unknown> = {};
  const changes: Told[] = [];
  for (const [whole, name, argument = ''] of options.matchAll(
    /(\w+)(?:\(\s*("[^"]*"|[^()]*)\s*\))?/g,
  )) {
    const value = argument.replace(/^"|"$/g, '').replace(/\\t|^tab$/, '\t');
    const key = readingKey(name!, value);
    const isDefault = name === 'varnames' ? /^1?$/.test(value) : harmless.test(name!);
    if (key !== undefined) reading[key[0]] = key[1];
    else if (!isDefault) changes.push(fileOption({ command, option: whole }));
  }
  if (/^utf-?8$/.test(String(reading['encoding']))) delete reading['encoding'];
  return {
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
    ...(changes.length === 0 ? {} : { changes }),
  };
}

function panelSetting(statement: string): Setting | undefined {
  const panel = /^(?:xtset|tsset)\s+(\w+)(?:\s+(\w+))?\s*(?:,([^]*))?$/.exec(statement);
  if (panel === null) return undefined;
  const [, first, second, rest = ''] = panel;
  const step = /\bdelta\(\s*([\d.]+)\s*\)/.exec(rest)?.[1];
  const number = step === undefined ? undefined : Number(step);
  if (second !== undefined) return defined({ unit: first, time: second, step: number });
  const isUnit = statement.startsWith('xtset');
  return defined({ ...(isUnit ? { unit: first } : { time: first }), step: number });
}
