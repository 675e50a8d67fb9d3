/** Scripts of gretl: the command dpanel, preceded by statements on data, panel and lists. */
import { suggestion } from '../../data/index.js';
import { madeSeries, readList } from './lists.js';
import { defined, type ImportedModel, type ImportOptions, notOne } from '../imported.js';
import { readDpanel } from './import-gretl.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';

const statements = ['open', 'setobs', 'list', 'diff', 'lags', 'dpanel'];

/** Statements that do not affect the estimates. */
const withoutEffect = ['set', 'print', 'printf', 'eval', 'summary', 'modtest'];

interface Script {
  known: ImportOptions;
  readonly lists: Map<string, readonly string[]>;
  readonly notes: string[];
}

/**
 * `\` continues a line, `#` begins a comment, and `;` may end a list.
 *
 * @throws InputError `command-syntax` for unknown statements, and unless there is exactly one dpanel
 */
export function readGretl(text: string, options: ImportOptions): ImportedModel {
  const script: Script = { known: options, lists: new Map(), notes: [] };
  let imported: ImportedModel | undefined;
  for (const statement of statementsOf(text)) {
    const reader: Reader = { text: statement, position: 0 };
    accept(reader, /catch\s+|[A-Za-z]\w*\s*<-\s*/);
    const word = expect(reader, /\w+|\S/, 'a statement')[0];
    if (word === 'dpanel') {
      if (imported !== undefined) throw notOne(statement, 'dpanel', 'a second one');
      imported = readDpanel(reader, script.known, script.lists);
    } else {
      readStatement(word, reader, script);
    }
  }
  if (imported === undefined) throw notOne(text, 'dpanel', 'none');
  return { ...imported, notes: [...script.notes, ...imported.notes] };
}

/** dpanel and lags contain semicolons; other statements may end with one. */
function statementsOf(text: string): string[] {
  const lines = text
    .replace(/\\[ \t]*\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim());
  return lines.flatMap((line) => {
    const statements: string[] = [];
    let rest = line;
    while (/^\w/.test(rest) && !/^(?:catch\s+|\w+\s*<-\s*)?(?:dpanel|lags)\b/.test(rest)) {
      const [one = ''] = /^[^;]*/.exec(rest)!;
      statements.push(one.trim());
      rest = rest.slice(one.length + 1).trim();
    }
    return rest === '' ? statements : [...statements, rest];
  });
}

function readStatement(word: string, reader: Reader, script: Script): void {
  const { lists } = script;
  if (word === 'open') {
    readFile(reader, script);
  } else if (word === 'setobs') {
    readPanel(reader, script);
  } else if (word === 'list') {
    const [, name] = expect(reader, /([A-Za-z]\w*)\s*=/, 'a name and "="');
    lists.set(name!, readList(reader, lists));
    if (!ended(reader)) throw unexpected(reader, 'a series');
  } else if (word === 'diff' || word === 'lags') {
    for (const [name, series] of madeSeries(word, reader, lists)) lists.set(name, series);
    if (!ended(reader)) throw unexpected(reader, 'a series');
  } else if (withoutEffect.includes(word)) {
    script.notes.push(`${reader.text}: left out, because it does not affect the estimates`);
  } else {
    const hint = suggestion(word, statements);
    throw failure(
      reader,
      `unknown gretl statement "${word}"${hint}`,
      reader.position - word.length,
    );
  }
}

/** `open "firms.csv"`; gretl data files are not supported. */
function readFile(reader: Reader, script: Script): void {
  const [, quoted, plain] = expect(reader, /"([^"]+)"|(\S+)/, 'a file');
  const file = quoted ?? plain!;
  if (/\.gdtb?$/i.test(file) || !file.includes('.')) {
    script.notes.push(`${reader.text}: left out; name a CSV file with data`);
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
  expect(reader, /\d+\s+[\d:.]+\s+--stacked-time-series\s*$/, 'two columns and --panel-vars');
  script.notes.push(`${reader.text}: left out; name the panel columns with --unit and --time`);
}
