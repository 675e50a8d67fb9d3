/** Do-files: a command that estimates, and lines on data, panel and tests. */
import { nearest } from '../../data/index.js';
import type { DpdModelInput } from '../../models/dpd/model/model.js';
import {
  defined,
  type ImportedModel,
  type ImportOptions,
  notOne,
  place,
  type Setting,
} from '../imported.js';
import { readXtabond2 } from './import-xtabond2.js';
import { readXtdpdgmm } from './import-xtdpdgmm.js';

const commands = { xtabond2: readXtabond2, xtdpdgmm: readXtdpdgmm } as const;

/** Statements that a model file does not need. */
const leftOut = ['use', 'webuse', 'sysuse', 'clear', 'set', 'version'];

/**
 * Reads a do-file. `///` continues a line; `*` and `//` begin comments.
 *
 * @throws InputError `command-syntax` for unknown statements, and unless there is exactly one command
 */
export function readStata(text: string, options: ImportOptions): ImportedModel {
  const lines = text.replace(/\/\/\/[^\n]*\n/g, ' ').split('\n');
  let known: ImportOptions = options;
  let imported: ImportedModel | undefined;
  let tested: Partial<DpdModelInput> = {};
  const notes: string[] = [];
  for (const line of lines) {
    const statement = line.replace(/\s\/\/.*$/, '').trim();
    if (statement === '' || /^(?:\*|\/\/)/.test(statement)) continue;
    const setting = settingOf(statement);
    const tests = testsOf(statement);
    const word = /^\S+/.exec(statement)![0];
    if (setting !== undefined) known = { ...known, ...setting };
    else if (tests !== undefined) tested = { ...tested, ...tests };
    else if (leftOut.includes(word))
      notes.push(`${statement}: left out; name a CSV file with data`);
    else if (!isCommand(word)) throw notRead(statement, word);
    else if (imported !== undefined) throw notOne(statement, word, 'a second one');
    else imported = commands[word]({ text: statement, position: word.length }, known);
  }
  if (imported === undefined) throw notOne(text, Object.keys(commands).join(' or '), 'none');
  return { model: { ...imported.model, ...tested }, notes: [...notes, ...imported.notes] };
}

function isCommand(word: string): word is keyof typeof commands {
  return Object.hasOwn(commands, word);
}

function settingOf(statement: string): Setting | undefined {
  const file = /^import\s+delimited\s+(?:using\s+)?(?:"([^"]+)"|([^\s,]+))/.exec(statement);
  if (file !== null) return defined({ data: file[1] ?? file[2] });
  const panel = /^(?:xtset|tsset)\s+(\w+)\s+(\w+)(?:\s*,\s*delta\(([\d.]+)\))?\s*$/.exec(statement);
  if (panel === null) return undefined;
  const [, unit, time, step] = panel;
  return defined({ unit, time, step: step === undefined ? undefined : Number(step) });
}

/** `estat serial, ar(1/3)` sets the AR tests. `estat overid` needs nothing: every result has Hansen's J. */
function testsOf(statement: string): Partial<DpdModelInput> | undefined {
  if (/^estat\s+overid\s*$/.test(statement)) return {};
  const orders = /^estat\s+serial\s*(?:,\s*ar\(1\/(\d+)\)\s*)?$/.exec(statement);
  if (orders === null) return undefined;
  return orders[1] === undefined ? {} : { arOrders: Number(orders[1]) };
}

function notRead(statement: string, word: string) {
  const near = nearest(word, Object.keys(commands));
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  return place(statement, `expected a command of xtabond2 or xtdpdgmm, found "${word}"${hint}`);
}
