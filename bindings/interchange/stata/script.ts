/** Do-files: commands that estimate, and lines on data, panel, columns and tests. */
import type { InputError } from '../../core/errors/errors.js';
import { nearest } from '../../data/index.js';
import type { ModelInput } from '../../models/model.js';
import { checkModels, readEach, withSentences } from '../bounds.js';
import { resolvedFilter } from '../derived.js';
import { nothingMade } from '../made.js';
import { defined, type ReadModel, type ImportOptions, notOne, place } from '../imported.js';
import { type Collected, collector, type ReadScript, wayOut, wholeScript } from '../script.js';
import type { Statement } from '../reader.js';
import { hasOperators } from '../static/formula.js';
import { unread } from '../study/table.js';
import { adviceAfter, estimatesNothing, readAfter, testsOfPanel } from './do-file/after.js';
import { type Block, inBlocks, loopOf } from './do-file/blocks.js';
import { changesData, readColumns, rowChange } from './do-file/data/columns.js';
import { defineMacro, expandMacros, knownMacros, noMacros } from './do-file/macros.js';
import { withoutPrefixes } from './do-file/prefixes.js';
import { type FileSetting, settingOf } from './do-file/settings.js';
import { statementsOf } from './do-file/statements.js';
import { type DoFile, lowerNames, startAnew } from './do-file/frame.js';
import { otherRowsNotes } from './do-file/data/merge.js';
import { readRows } from './do-file/data/reshape.js';
import { groupedBy } from './do-file/parts.js';
import { nothingStored, storeByPrefix } from './do-file/stored.js';
import { readLabel, readTable } from './do-file/tables.js';
import { readXtabond2 } from './import-xtabond2.js';
import { readXtdpdgmm } from './import-xtdpdgmm.js';
import { withBoottest } from './static/boottest.js';
import type { StataModel } from './static/command.js';
import { staticCommands, staticReader, type StataReader } from './static/commands.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';
import { blockNotRun, nameFile, note } from '../../words/errors/interchange/notes.js';

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
  'tsfill',
  'xtdescribe',
  'xtsum',
  'summarize',
  'sum',
  'count',
  'list',
];

/**
 * Reads a do-file with one command.
 *
 * @throws InputError `command-syntax` for statements that are not translated, and unless there is exactly one command
 */
export function readStata(text: string, options: ImportOptions): ReadModel {
  const { models, left, notes } = collect(text, options);
  const [first] = left;
  if (first !== undefined) throw first.error ?? notRead(first.statement.text ?? text);
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
export function readDoFile(text: string, options: ImportOptions): ReadScript {
  return wholeScript(collect(text, options));
}

/** Reads a do-file as a study: its models in columns that the study builds, and its tables. */
export function collectDoFile(text: string, options: ImportOptions): Collected {
  return collect(text, options, true);
}

function collect(text: string, options: ImportOptions, isStudy = false): Collected {
  const file: DoFile = {
    collected: collector(isStudy),
    stored: nothingStored(),
    run: 0,
    macros: noMacros(),
    known: options,
    reading: {},
    derived: nothingMade(),
    filters: [],
    appends: [],
    merges: [],
    otherRows: undefined,
    changes: [],
  };
  runAll(statementsOf(text), file);
  return file.collected;
}

/**
 * Records an untranslated statement. If it changes the rows, later models have a note; if it may estimate, its result
 * is the last one, so that no table shows an earlier model under its name.
 */
function leave(statement: Statement, file: DoFile, error?: InputError): void {
  const source = knownMacros(statement.text, file.macros);
  const text = withoutPrefixes(source);
  file.collected.left.push({
    statement: error === undefined ? { ...statement, text } : statement,
    error,
    advice: adviceAfter(text),
  });
  const change = rowChange(text, statement.line);
  if (change !== undefined) startAnew(file, change.data, change.sentence);
  else if (mayEstimate(text)) storeByPrefix(source, unread, file.stored);
}

/** True unless the statement is known to estimate nothing. */
function mayEstimate(text: string): boolean {
  return !changesData(text) && !estimatesNothing(text) && !ignored.includes(/^\w*/.exec(text)![0]);
}

/** Runs a loop for each of its values; another block is left. */
function runBlock({ inside, ...statement }: Block, file: DoFile): void {
  const { macros, known } = file;
  const expand = (text: string) => expandMacros(text, macros);
  const loop = loopOf(statement.text, macros, { expand, columns: known.columns });
  if (loop === undefined) return leaveBlock(statement, inside!, file);
  const before = macros.locals.get(loop.name);
  for (const value of loop.values) {
    macros.locals.set(loop.name, value);
    runAll(inside!, file);
  }
  macros.locals.set(loop.name, before);
}

function leaveBlock(statement: Statement, inside: readonly Statement[], file: DoFile): void {
  const reason = /^(?:foreach|forv)/.test(statement.text) ? note('loop-values') : note('no-blocks');
  file.collected.left.push({ statement, reason });
  if (inside.some(({ text }) => mayEstimate(withoutPrefixes(text)))) file.stored.last = unread;
  const texts = inside.map(({ text }) => withoutPrefixes(text));
  const change = texts
    .map((text) => rowChange(text, statement.line))
    .find((one) => one !== undefined);
  if (change !== undefined) startAnew(file, change.data, change.sentence);
  else if (texts.some(changesData))
    file.changes = withSentences(file.changes, [blockNotRun({ line: statement.line })]);
}

/** Maximum number of statements that loops run. */
const MOST_STATEMENTS = 20_000;

function runAll(statements: readonly Statement[], file: DoFile): void {
  const read = (statement: Block) => {
    if ((file.run += 1) > MOST_STATEMENTS) return;
    if (statement.inside !== undefined) runBlock(statement, file);
    else readStatement(statement, file);
  };
  readEach(inBlocks(statements), read, (statement, error) => leave(statement, file, error));
}

function readStatement(statement: Statement, file: DoFile): void {
  const { text: source, line } = statement;
  const { macros, collected } = file;
  if (defineMacro(source, macros) || /^cap(?:ture)?\s+confirm\b/.test(source)) return;
  const expanded = expandMacros(source, macros);
  const text = withoutPrefixes(expanded);
  const word = /^[\w#]+/.exec(text)?.[0] ?? '';
  if (readData(text, word, line, file) || readLabel(text, collected)) return;
  if (collected.isStudy && readTable(text, expanded, line, file)) return;
  if (text === '' || ignored.includes(word) || readAfterLast(text, { word, line }, file)) return;
  const isRead = readCommand(text, { statement, expanded }, file) || readColumns(text, line, file);
  if (!isRead) leave(statement, file);
}

/** Reads a command that estimates, also in groups; false for another statement. */
function readCommand(
  text: string,
  { statement, expanded }: { readonly statement: Statement; readonly expanded: string },
  file: DoFile,
): boolean {
  const { collected } = file;
  const grouped = groupedBy(text);
  const command = grouped === undefined ? text : withoutPrefixes(grouped.command);
  const name = /^\w+/.exec(command)?.[0] ?? '';
  const read = commandReader(name);
  if (read === undefined) return false;
  checkModels(statement, collected.models);
  const imported = read({ text: command, position: name.length }, file.known);
  const { model } = imported;
  const whole = grouped === undefined ? model : { ...model, split: grouped.by };
  collected.models.push({ ...inFrame({ ...imported, model: whole }, file), line: statement.line });
  storeByPrefix(grouped?.command ?? expanded, collected.models.length - 1, file.stored);
  return true;
}

/** Data files, files that are joined, the panel, `preserve` and `restore`; false for another statement. */
function readData(text: string, word: string, line: number, file: DoFile): boolean {
  const setting = settingOf(text);
  if (setting !== undefined) readSetting(setting, file);
  else if (readRows(text, line, file)) return true;
  else if (!otherData.includes(word)) return false;
  else file.collected.notes.push(nameFile({ statement: text }));
  return true;
}

/** Reads a setting. A new data file starts without filters and columns. */
function readSetting(
  { reading = {}, filter, changes = [], lowersNames = false, ...setting }: FileSetting,
  file: DoFile,
): void {
  file.known = { ...file.known, ...setting };
  if (setting.data === undefined) return;
  file.reading = reading;
  file.filters = filter === undefined ? [] : [filter];
  file.appends = [];
  file.reshape = undefined;
  file.merges = [];
  file.otherRows = undefined;
  file.changes = withSentences([], changes);
  file.derived = nothingMade();
  if (lowersNames) lowerNames(file);
}

/** Reads statements about the previous estimates: tables of tests, tests of a dynamic panel, and boottest. */
function readAfterLast(
  text: string,
  { word, line }: { readonly word: string; readonly line: number },
  file: DoFile,
): boolean {
  if (file.collected.isStudy && readAfter(text, line, file)) return true;
  const { last: index } = file.stored;
  const { models } = file.collected;
  const last = index === undefined ? undefined : models[index];
  if (index === undefined || last === undefined) return false;
  const tests = testsOfPanel(text);
  if (tests !== undefined && last.model.estimator === 'dpd') {
    models[index] = { ...last, model: { ...last.model, ...tests } };
    return true;
  }
  if (word !== 'boottest') return false;
  const tested = withBoottest(last, { text, position: word.length });
  models[index] = { ...tested, line: last.line };
  return true;
}

function commandReader(word: string): StataReader | undefined {
  if (word === 'xtabond2') return readXtabond2;
  if (word === 'xtdpdgmm') return readXtdpdgmm;
  return staticReader(word);
}

/** The model with the filters of the do-file, in columns of the data. */
function inFrame({ model, notes, filter }: StataModel, file: DoFile) {
  const { filters, derived, changes, reading, appends, reshape, merges, collected } = file;
  const command = filter === undefined ? undefined : resolvedFilter(filter, derived);
  const lagged = filters.length > 0 && hasOperators(model.formula);
  const filterNotes = lagged ? [note('kept-lags')] : [];
  const joined = merges.length === 0 ? {} : { merge: merges.length === 1 ? merges[0]! : merges };
  const data =
    model.data === undefined || Object.keys(reading).length === 0
      ? model.data
      : { file: model.data as string, ...reading };
  return collected.finish({
    model: {
      ...model,
      ...defined({ data, append: appends.length === 0 ? undefined : appends, reshape }),
      ...joined,
    } as ModelInput,
    notes: [...notes, ...filterNotes, ...otherRowsNotes(file)],
    frame: {
      derived,
      filters: [...filters, ...(command === undefined ? [] : [command.filter])],
      changes: [...changes, ...(command?.lacking ?? [])],
    },
  });
}

function notRead(statement: string) {
  const way = wayOut(statement);
  if (way !== undefined) return place(statement, commandFault.translated({ way }));
  const word = /^\S+/.exec(statement)![0];
  const known = ['xtabond2', 'xtdpdgmm', ...staticCommands];
  const near = nearest(word, known);
  return place(statement, commandFault['stata-command']({ known, word, near }));
}
