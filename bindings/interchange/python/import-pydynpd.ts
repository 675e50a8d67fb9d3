/** Command strings of pydynpd as models: `n L(1:2).n w k | gmm(n, 2:4) iv(k) | nolevel`. */
import { suggestionOf } from '../../data/index.js';
import type { DpdModelInput, GmmGroupInput } from '../../models/dpd/model.js';
import { defined, formulaText, type ImportOptions, panelOf, type ReadModel } from '../imported.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { readVarlist, type VarlistContext } from '../stata/read-varlist.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';
import { noEffect } from '../../words/errors/interchange/notes.js';

const optionWords = ['onestep', 'iterated', 'nolevel', 'timedumm', 'collapse', 'fod', 'hqic'];
const partWords = ['gmm', 'iv', 'endo', 'pred'];

/** Reads the whole command. Throws InputError `command-syntax` with a caret. */
export function readPydynpd(reader: Reader, options: ImportOptions): ReadModel<DpdModelInput> {
  const context: VarlistContext = { columns: options.columns, range: ':' };
  const start = reader.position;
  const variables = readVarlist(reader, context);
  expect(reader, /\|/, 'bar-before-instruments');
  const { gmm, iv } = readInstruments(reader, context);
  const words = accept(reader, /\|/) === undefined ? new Set<string>() : readWords(reader);
  if (!ended(reader)) throw unexpected(reader, 'third-part');
  const panel = panelOf(options);
  const system = !words.has('nolevel');
  // In a system, period dummies instrument both equations, unlike the time effects of a model.
  const dummies = words.has('timedumm') && system ? [`i(${panel.time})`] : [];
  const instruments = [...iv, ...dummies];
  const model: DpdModelInput = {
    ...defined({ data: options.data }),
    panel,
    estimator: 'dpd',
    formula: formulaText(reader, [...variables, ...dummies], true, start),
    ...(words.has('fod') ? { transform: 'fod' } : {}),
    system,
    gmm: words.has('collapse') ? gmm.map((group) => ({ ...group, collapse: true })) : gmm,
    iv: instruments.length === 0 ? [] : [{ vars: instruments }],
    ...(words.has('timedumm') && !system ? { timeEffects: true } : {}),
    steps: words.has('onestep') ? 1 : words.has('iterated') ? 'iterated' : 2,
  };
  const notes = words.has('hqic') ? [noEffect({ option: 'hqic' })] : [];
  return { model, notes };
}

/** Every variable is a separate group, and every ordinary instrument is one column in both equations. */
function readInstruments(reader: Reader, context: VarlistContext) {
  const gmm: GmmGroupInput[] = [];
  const iv: string[] = [];
  while (!ended(reader) && !sees(reader, '|')) {
    const word = expect(reader, /\w+|\S/, { oneOf: ['gmm()', 'iv()', 'endo()', 'pred()'] })[0];
    if (!partWords.includes(word)) {
      const start = reader.position - word.length;
      throw failure(
        reader,
        commandFault['unknown-part']({ word, meant: suggestionOf(word, partWords) }),
        start,
      );
    }
    expect(reader, /\(/, { openedAfter: word });
    const vars = readVarlist(reader, context);
    if (word === 'iv') {
      iv.push(...vars);
    } else {
      const lags = word === 'gmm' ? readLags(reader) : ([word === 'endo' ? 2 : 1, null] as const);
      gmm.push(...vars.map((name) => ({ vars: [name], lags })));
    }
    expect(reader, /\)/, { oneOf: ['")"'] });
  }
  return { gmm, iv };
}

/** `, 2:4`, `, 2:.`, or with a space instead of the colon. */
function readLags(reader: Reader): readonly [number, number | null] {
  expect(reader, /,/, 'comma-before-lags');
  const [, first] = expect(reader, /(\d+)/, 'first-lag');
  accept(reader, /:/);
  const [, last] = expect(reader, /(\d+|\.)/, 'last-lag');
  return [Number(first), last === '.' ? null : Number(last)];
}

function readWords(reader: Reader): Set<string> {
  const words = new Set<string>();
  while (!ended(reader) && !sees(reader, '|')) {
    const word = expect(reader, /\w+|\S/, 'option')[0];
    const known = optionWords.find((one) => one === word.toLowerCase());
    if (known === undefined) {
      const start = reader.position - word.length;
      throw failure(
        reader,
        commandFault['no-option']({
          command: 'pydynpd',
          word,
          meant: suggestionOf(word, optionWords),
        }),
        start,
      );
    }
    words.add(known);
  }
  return words;
}

function sees(reader: Reader, symbol: string): boolean {
  return reader.text.charAt(reader.position) === symbol;
}
