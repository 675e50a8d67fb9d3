/** Scripts of gretl: commands that estimate, and statements on data, panel, series and lists. */
import type { InputError } from '../../core/errors/errors.js';
import { suggestionOf } from '../../data/index.js';
import { checkModels, readEach, withCondition, withSentences } from '../bounds.js';
import { type Derived, isRead, meaningOf, resolvedFilter, termOf, withMade } from '../derived.js';
import { nothingMade } from '../made.js';
import type { Filter } from '../filters/filter.js';
import { gretlFilter } from '../filters/stata.js';
import { type Collected, collector, type ReadScript, onlyModel, wholeScript } from '../script.js';
import { readStaticGretl, staticWords, type StaticWord } from './static/commands.js';
import { madeSeries, readList } from './lists.js';
import { defined, type ReadModel, type ImportOptions } from '../imported.js';
import { readDpanel } from './import-gretl.js';
import {
  accept,
  ended,
  expect,
  failure,
  type Reader,
  unexpected,
  type Statement,
} from '../reader.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';
import {
  changeNotRead,
  fileOption,
  nameFile,
  namePanel,
  noEffectOfStatement,
} from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

const statements = [
  'open',
  'setobs',
  'smpl',
  'list',
  'series',
  'diff',
  'lags',
  'dpanel',
  ...staticWords,
];

/** Statements that do not affect the estimates. */
// prettier-ignore
const withoutEffect = [
  'set', 'print', 'printf', 'eval', 'summary', 'modtest', 'discrete', 'setinfo', 'labels',
];

/** Statements that change the rows or values of the data. */
const changing = /^(?:smpl|open|append|join|setmiss|dataset|genr|series|loop|delete|rename)\b/;

interface Script {
  known: ImportOptions;
  filters: Filter[];
  /** Sentences on columns that a filter reads and the data lack. */
  changes: Told[];
  hcVersion: string;
  isTimeSeries: boolean;
  readonly lists: Map<string, readonly string[]>;
  derived: Derived;
  readonly collected: Collected;
}

/**
 * Reads a script with one command. `\` continues a line, `#` begins a comment, and `;` may end a list.
 *
 * @throws InputError `command-syntax` for unknown statements, and unless there is exactly one command
 */
export function readGretl(text: string, options: ImportOptions): ReadModel {
  return onlyModel(text, collect(text, options), {
    commands: { code: 'dpanel' },
    several: { code: 'dpanel' },
  });
}

/** Reads a script: the models of its commands in order, and the statements that are not translated. */
export function readGretlScript(text: string, options: ImportOptions): ReadScript {
  return wholeScript(collect(text, options));
}

/** Reads a script as a study: its models in columns that the study has. */
export function collectGretl(text: string, options: ImportOptions): Collected {
  return collect(text, options, true);
}

function collect(text: string, options: ImportOptions, isStudy = false): Collected {
  const script: Script = {
    known: options,
    filters: [],
    changes: [],
    hcVersion: '1',
    isTimeSeries: false,
    lists: new Map(),
    derived: nothingMade(),
    collected: collector(isStudy),
  };
  const leave = (statement: Statement, error: InputError) => {
    script.collected.left.push({ statement, error });
    const word = changing.exec(statement.text)?.[0];
    if (word === undefined) return;
    script.changes = withSentences(script.changes, [changeNotRead({ word, line: statement.line })]);
  };
  readEach(statementsOf(text), (statement) => readOne(statement, script), leave);
  return script.collected;
}

function readOne(statement: Statement, script: Script): void {
  const { text, line } = statement;
  const reader: Reader = { text, position: 0 };
  accept(reader, /catch\s+|[A-Za-z]\w*\s*<-\s*/);
  const word = expect(reader, /\w+|\S/, 'statement')[0];
  const { models } = script.collected;
  const isModel = word === 'dpanel' || staticWords.includes(word as StaticWord);
  if (isModel) checkModels(statement, models);
  if (word === 'dpanel') {
    if (script.filters.length > 0) {
      throw failure(reader, commandProblem['dpanel-smpl'](), 0);
    }
    models.push({ ...readDpanel(reader, script.known, script.lists), line });
  } else if (staticWords.includes(word as StaticWord)) {
    const { model, notes } = readStaticGretl(word as StaticWord, reader, script);
    const { derived, filters, changes } = script;
    const frame = { derived, filters, changes };
    models.push({ ...script.collected.finish({ model, notes, frame }), line });
  } else {
    readStatement(word, reader, line, script);
  }
}

/** dpanel and lags contain semicolons; other statements may end with one. */
function statementsOf(text: string): Statement[] {
  const lines = text
    .replace(/\\[ \t]*\n/g, ' \v')
    .split('\n')
    .map((line) => line.replace(/#.*$/, ''));
  let number = 1;
  return lines.flatMap((source) => {
    const line = number;
    number += source.split('\v').length;
    return splitLine(source.replaceAll('\v', '').trim()).map((one) => ({ text: one, line }));
  });
}

function splitLine(line: string): string[] {
  const statements: string[] = [];
  let rest = line;
  while (/^\w/.test(rest) && !/^(?:catch\s+|\w+\s*<-\s*)?(?:dpanel|lags|tsls)\b/.test(rest)) {
    const [one = ''] = /^[^;]*/.exec(rest)!;
    statements.push(one.trim());
    rest = rest.slice(one.length + 1).trim();
  }
  return rest === '' ? statements : [...statements, rest];
}

function readStatement(word: string, reader: Reader, line: number, script: Script): void {
  const { lists, collected } = script;
  if (word === 'open') {
    readFile(reader, script);
  } else if (word === 'setobs') {
    readPanel(reader, script);
  } else if (word === 'list') {
    const [, name] = expect(reader, /([A-Za-z]\w*)\s*=/, 'name-and-equals');
    lists.set(name!, readList(reader, lists));
    if (!ended(reader)) throw unexpected(reader, 'series');
  } else if (word === 'diff' || word === 'lags') {
    for (const [name, series] of madeSeries(word, reader, lists)) lists.set(name, series);
    if (!ended(reader)) throw unexpected(reader, 'series');
  } else if (word === 'smpl') {
    readSample(reader, script);
  } else if (['series', 'genr', 'logs', 'square'].includes(word)) {
    readMade(word, reader, line, script);
  } else if (word === 'set' && accept(reader, /hc_version\s+/) !== undefined) {
    script.hcVersion = expect(reader, /[0-3]$/, 'hc-version')[0];
  } else if (withoutEffect.includes(word)) {
    collected.notes.push(noEffectOfStatement({ statement: reader.text }));
  } else {
    const meant = suggestionOf(word, statements);
    throw failure(
      reader,
      commandFault['gretl-statement']({ word, meant }),
      reader.position - word.length,
    );
  }
}

/** `open "firms.csv"`; gretl data files are not supported. */
function readFile(reader: Reader, script: Script): void {
  const [, quoted, plain] = expect(reader, /"([^"]+)"|(\S+)/, 'file');
  const file = quoted ?? plain!;
  script.filters = [];
  script.changes = [];
  while (!ended(reader)) {
    const [option] = expect(reader, /--[a-z-]+(?:=\S+)?/, 'quiet-option');
    if (['--quiet', '--preserve', '--drop-empty'].includes(option)) continue;
    script.changes = withSentences(script.changes, [fileOption({ command: 'open', option })]);
  }
  if (/\.gdtb?$/i.test(file) || !file.includes('.')) {
    script.collected.notes.push(nameFile({ statement: reader.text }));
  } else {
    script.known = { ...script.known, data: file };
  }
}

/** `setobs id year --panel-vars`; other forms do not name the columns. */
function readPanel(reader: Reader, script: Script): void {
  const panel = accept(reader, /([A-Za-z]\w*)\s+([A-Za-z]\w*)\s+--panel-vars\s*$/);
  if (panel !== undefined) {
    script.known = { ...script.known, ...defined({ unit: panel[1], time: panel[2] }) };
    return;
  }
  if (accept(reader, /\d+\s+[\d:.]+\s+--time-series\s*$/) !== undefined) {
    script.isTimeSeries = true;
    return;
  }
  expect(reader, /\d+\s+[\d:.]+\s+--stacked-time-series\s*$/, 'panel-vars');
  script.collected.notes.push(namePanel({ statement: reader.text }));
}

/** `smpl year >= 2000 --restrict` and `smpl --full`. */
function readSample(reader: Reader, script: Script): void {
  if (accept(reader, /(?:--full|full)\s*$/) !== undefined) {
    script.filters = [];
    script.changes = [];
    return;
  }
  const { position: start } = reader;
  const [whole, text] = expect(
    reader,
    /(.*?)\s*--restrict((?:\s+--(?:permanent|replace|quiet))*)\s*$/,
    'condition-and-restrict',
  );
  const end = start + /^\s*/.exec(reader.text.slice(start))![0].length + text!.length;
  const filter = gretlFilter({ text: reader.text, position: start, end });
  const { filter: named, lacking } = resolvedFilter(filter, madeOf(script, text!));
  const isAlone = /--replace\b/.test(whole);
  script.filters = withCondition(isAlone ? [] : script.filters, named);
  script.changes = withSentences(isAlone ? [] : script.changes, lacking);
}

/** `series ly = log(y)`, `logs y` (l_y) and `square x` (sq_x). */
function readMade(word: string, reader: Reader, line: number, script: Script): void {
  const { derived, lists } = script;
  if (word === 'logs' || word === 'square') {
    for (const name of readList(reader, lists)) {
      const made = word === 'logs' ? [`l_${name}`, `log(${name})`] : [`sq_${name}`, `${name}^2`];
      lists.set(made[0]!, [made[1]!]);
    }
    return;
  }
  const [, name, expression] = expect(reader, /(\w+)\s*=\s*(.+)$/, 'name-and-equals');
  const plain = expression!.replace(
    /(\w)\((-\d+)\)/g,
    (_, of: string, by: string) => `${of}@${by.slice(1)}`,
  );
  const isTerm = !/[-+/,&|=<>"@]/.test(plain.replace(/\^-(?=\d)/g, '^'));
  const text = plain.replace(/\s*\*\s*/g, ':');
  const made = isTerm ? termOf(text, madeOf(script, text), line) : { line };
  if (isRead(made)) {
    lists.set(name!, [made.term!]);
    return;
  }
  script.derived = withMade(derived, name!, made);
  lists.delete(name!);
  throw failure(reader, commandProblem['gretl-series']({ name: name! }));
}

/** The columns of `text` that the script has made, as other readers know them. */
function madeOf({ derived, lists }: Script, text: string): Derived {
  let made = nothingMade();
  for (const name of new Set(text.match(/[A-Za-z_]\w*/g) ?? [])) {
    const [term, second] = lists.get(name) ?? [];
    const known = meaningOf(derived, name);
    const isColumn = /^[A-Za-z]\w*$/.test(term ?? '');
    if (known !== undefined) made = withMade(made, name, known);
    else if (term !== undefined && second === undefined) {
      const same = isColumn ? { same: term, groups: term } : {};
      made = withMade(made, name, { line: 0, term, ...same });
    }
  }
  return made;
}
