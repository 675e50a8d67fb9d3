/** Do-files: commands that estimate, and lines on data, panel, columns and tests. */
import type { InputError } from '../../core/errors/errors.js';
import { nearest } from '../../data/index.js';
import type { DpdModelInput } from '../../models/dpd/model/model.js';
import { checkModels, readEach, withSentences } from '../bounds.js';
import { resolvedFilter } from '../derived.js';
import { nothingMade } from '../made.js';
import { type ImportedModel, type ImportOptions, notOne, place } from '../imported.js';
import {
  type Collected,
  collector,
  wholeScript,
  type ImportedScript,
  type Statement,
} from '../script.js';
import { hasOperators } from '../static/formula.js';
import { finished } from '../static/frame.js';
import { changesData, type Frame, readColumns, rowChange } from './do-file/columns.js';
import { defineMacro, expandMacros, type Macros, noMacros } from './do-file/macros.js';
import { type FileSetting, settingOf } from './do-file/settings.js';
import { statementsOf } from './do-file/statements.js';
import { readXtabond2 } from './import-xtabond2.js';
import { readXtdpdgmm } from './import-xtdpdgmm.js';
import { withBoottest } from './static/boottest.js';
import type { StataModel } from './static/command.js';
import { staticCommands, staticReader, type StataReader } from './static/commands.js';
import { stataCommand } from '../../words/errors/interchange/syntax.js';

/** Words before a command of Stata that do not change what it estimates. */
const silent =
  /^(?:qui(?:etly?)?|n(?:o(?:i(?:s(?:i(?:ly?)?)?)?)?)?|cap(?:t(?:u(?:re?)?)?)?)\b\s*:?\s*/;
const stored = /^(?:eststo|est\s+store|estimates\s+store)(?:\s+\w+)?(?:\s*,[^:]*)?\s*:\s*/;
const expanded = /^xi\s*(?:,[^:]*)?:\s*/;

/** `quietly eststo m1: regress y x` without its prefixes. */
function withoutPrefixes(text: string): string {
  let rest = text;
  for (;;) {
    const before = rest;
    rest = rest.replace(silent, '').replace(stored, '').replace(expanded, '');
    if (rest === before) return rest;
  }
}

/** Statements that use data which are not in a user's file. */
const otherData = ['webuse', 'sysuse'];

/** Statements that affect neither data nor models. */
const ignored = [
  'clear',
  'set',
  'version',
  'cd',
  'log',
  'ssc',
  'net',
  'adopath',
  'pause',
  'timer',
  'exit',
  'display',
  'di',
  'assert',
  'eststo',
  'macro',
  'scalar',
  'xtdescribe',
  'xtsum',
  'summarize',
  'sum',
  'count',
  'list',
];

interface DoFile extends Frame {
  readonly collected: Collected;
  readonly macros: Macros;
  /** The state to which `restore` returns. */
  preserved?: Frame;
}

/**
 * Reads a do-file with one command.
 *
 * @throws InputError `command-syntax` for statements that are not translated, and unless there is exactly one command
 */
export function readStata(text: string, options: ImportOptions): ImportedModel {
  const { models, left, notes } = collect(text, options);
  const [first] = left;
  if (first !== undefined) throw first.error ?? notRead(first.statement.text);
  const [model, second] = models;
  if (model === undefined) throw notOne(text, 'stata', false);
  if (second !== undefined)
    throw notOne(
      statementsOf(text).find(({ line }) => line === second.line)!.text,
      'of-stata',
      true,
    );
  return { model: model.model, notes: [...notes, ...model.notes] };
}

/** Reads a do-file: the models of its commands in order, and the statements that are not translated. */
export function readDoFile(text: string, options: ImportOptions): ImportedScript {
  return wholeScript(collect(text, options));
}

function collect(text: string, options: ImportOptions): Collected {
  const file: DoFile = {
    collected: collector(),
    macros: noMacros(),
    known: options,
    reading: {},
    derived: nothingMade(),
    filters: [],
    changes: [],
  };
  const read = (statement: Block) => {
    if (statement.inside !== undefined) leaveBlock(statement, file);
    else readStatement(statement, file);
  };
  readEach(inBlocks(statementsOf(text)), read, (statement, error) => leave(statement, file, error));
  return file.collected;
}

/** Records an untranslated statement. If it changes the rows, later models have a note. */
function leave(statement: Statement, file: DoFile, error?: InputError): void {
  file.collected.left.push({ statement, error });
  const change = rowChange(withoutPrefixes(statement.text), statement.line);
  if (change !== undefined) file.changes = withSentences(file.changes, [change]);
}

/** `preserve` and `restore`; false for another statement. */
function keepsFrame(text: string, file: DoFile): boolean {
  if (/^preserve\s*$/.test(text)) {
    const { known, reading, derived, filters, changes } = file;
    const copies = { filters: [...filters], changes: [...changes] };
    file.preserved = { known, reading, derived, ...copies };
    return true;
  }
  const restored = /^restore\s*(?:,\s*(not|preserve)\s*)?$/.exec(text);
  if (restored === null || file.preserved === undefined) return false;
  if (restored[1] !== 'not') {
    const { known, reading, derived, filters, changes } = file.preserved;
    Object.assign(file, { known, reading, derived });
    Object.assign(file, { filters: [...filters], changes: [...changes] });
  }
  return true;
}

/** A statement, or a block with the statements in it. */
interface Block extends Statement {
  readonly inside?: readonly Statement[];
}

/** Groups statements into blocks. `if _rc == 0 {` in exported scripts does not open a block. */
function inBlocks(statements: readonly Statement[]): Block[] {
  const kept: Block[] = [];
  let inside: Statement[] = [];
  let depth = 0;
  for (const statement of statements) {
    const { text } = statement;
    const isPlain = depth === 0 && /^if\s+_rc\s*==\s*0\s*\{$/.test(text);
    if (isPlain || (depth === 0 && text === '}')) continue;
    if (depth > 0) inside.push(statement);
    if (text === '}') --depth;
    if (!/\{$/.test(text)) {
      if (depth === 0 && text !== '}') kept.push(statement);
      continue;
    }
    if (depth === 0) {
      inside = [];
      kept.push({ ...statement, inside });
    }
    ++depth;
  }
  return kept;
}

function leaveBlock({ inside, ...statement }: Block, file: DoFile): void {
  const reason = 'blocks are not run; write out its commands';
  file.collected.left.push({ statement, reason });
  if (!inside!.some(({ text }) => changesData(withoutPrefixes(text)))) return;
  file.changes = withSentences(file.changes, [
    `the block on line ${statement.line} changes the data and is not run; write out its commands`,
  ]);
}

function readStatement(statement: Statement, file: DoFile): void {
  const { text: source, line } = statement;
  const { macros, collected } = file;
  if (defineMacro(source, macros) || /^cap(?:ture)?\s+confirm\b/.test(source)) return;
  const text = withoutPrefixes(expandMacros(source, macros));
  const word = /^[\w#]+/.exec(text)?.[0] ?? '';
  const setting = settingOf(text);
  if (setting !== undefined) readSetting(setting, file);
  else if (keepsFrame(text, file)) return;
  else if (otherData.includes(word)) {
    collected.notes.push(`${text}: left out; name a CSV file with data`);
  } else if (text === '' || ignored.includes(word) || amendsLast(text, word, collected)) {
    return;
  } else {
    const read = commandReader(word);
    if (read !== undefined) {
      checkModels(statement, collected.models);
      const imported = read({ text, position: word.length }, file.known);
      collected.models.push({ ...inFrame(imported, file), line });
    } else if (!readColumns(text, line, file)) {
      leave(statement, file);
    }
  }
}

/** Reads a setting. A new data file starts without filters and columns. */
function readSetting(
  { reading = {}, filter, changes = [], ...setting }: FileSetting,
  file: DoFile,
): void {
  file.known = { ...file.known, ...setting };
  if (setting.data === undefined) return;
  file.reading = reading;
  file.filters = filter === undefined ? [] : [filter];
  file.changes = withSentences([], changes);
  file.derived = nothingMade();
}

/** Reads statements about the previous estimates: tests of a dynamic panel, and boottest. */
function amendsLast(text: string, word: string, { models }: Collected): boolean {
  const last = models.at(-1);
  if (last === undefined) return false;
  const tests = testsOf(text);
  if (tests !== undefined && last.model.estimator === 'dpd') {
    models[models.length - 1] = { ...last, model: { ...last.model, ...tests } };
    return true;
  }
  if (word !== 'boottest') return false;
  const tested = withBoottest(last, { text, position: word.length });
  models[models.length - 1] = { ...tested, line: last.line };
  return true;
}

function commandReader(word: string): StataReader | undefined {
  if (word === 'xtabond2') return readXtabond2;
  if (word === 'xtdpdgmm') return readXtdpdgmm;
  return staticReader(word);
}

/** The model with the filters of the do-file, in columns of the data. */
function inFrame({ model, notes, filter }: StataModel, file: DoFile): ImportedModel {
  const { filters, derived, changes, reading } = file;
  const command = filter === undefined ? undefined : resolvedFilter(filter, derived);
  const lagged = filters.length > 0 && hasOperators(model.formula);
  const filterNotes = lagged
    ? ['keep and drop became a row filter, which keeps lags of the rows that Stata removed']
    : [];
  const data =
    model.data === undefined || Object.keys(reading).length === 0
      ? model.data
      : { file: model.data as string, ...reading };
  return finished({
    model: data === undefined ? model : { ...model, data },
    notes: [...notes, ...filterNotes],
    frame: {
      derived,
      filters: [...filters, ...(command === undefined ? [] : [command.filter])],
      changes: [...changes, ...(command?.lacking ?? [])],
    },
  });
}

/** `estat serial, ar(1/3)` sets the AR tests. `estat overid` needs nothing: every result has Hansen's J. */
function testsOf(statement: string): Partial<DpdModelInput> | undefined {
  if (/^estat\s+overid\s*$/.test(statement)) return {};
  const orders = /^estat\s+serial\s*(?:,\s*ar\(1\/(\d+)\)\s*)?$/.exec(statement);
  if (orders === null) return undefined;
  return orders[1] === undefined ? {} : { arOrders: Number(orders[1]) };
}

function notRead(statement: string) {
  const word = /^\S+/.exec(statement)![0];
  const known = ['xtabond2', 'xtdpdgmm', ...staticCommands];
  const near = nearest(word, known);
  return place(statement, stataCommand({ known, word, near }));
}
