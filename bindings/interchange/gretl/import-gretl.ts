/**
 * The command dpanel of gretl as a model, as in gretl 2025a. Without named instruments, the regressors instrument
 * themselves. Unless named, the outcome has its lags from 2 on and, in a system, its first lagged difference.
 * GMMlevel() makes a system. The constant of a system instruments its level equation; difference GMM has a constant
 * only with --dpdstyle.
 */
import { suggestionOf } from '../../data/index.js';
import type { DpdModelInput } from '../../models/dpd/model.js';
import { constant, type Lists, readItem, readList } from './lists.js';
import { joined, type OneEquationInput } from '../one-equation.js';
import {
  defined,
  formulaText,
  type ReadModel,
  type ImportOptions,
  panelOf,
  withCompat,
} from '../imported.js';
import { wholeNumbers } from '../bounds.js';
import { allLags, lagName } from '../lags.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';
import { noEffect, trendNote } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

const optionNames = ['system', 'two-step', 'time-dummies', 'collapse', 'dpdstyle', 'asymptotic'];

/** Options that affect what is printed or stored, not the estimates. */
const withoutEffect = ['quiet', 'vcv', 'verbose', 'keep-extra'];

interface Command {
  readonly outcome: string;
  /** Lags of the outcome among the regressors. */
  readonly lags: readonly number[];
  readonly regressors: readonly string[];
  /** Undefined if the command has no third part. */
  readonly instruments: Instruments | undefined;
  readonly options: ReadonlySet<string>;
}

interface Instruments {
  readonly gmm: readonly OneEquationInput[];
  readonly ordinary: readonly string[];
  /** Position of the constant among the instruments. */
  readonly constantAt: number | undefined;
}

/** Reads the command after the word `dpanel`. Throws InputError `command-syntax` with a caret. */
export function readDpanel(
  reader: Reader,
  known: ImportOptions,
  lists: Lists,
): ReadModel<DpdModelInput> {
  const lags = readOrder(reader);
  const start = reader.position;
  const [outcome, ...regressors] = readList(reader, lists);
  const third = accept(reader, /;/) !== undefined && !ended(reader);
  const instruments = third ? readInstruments(reader, lists) : undefined;
  const { options, notes } = readOptions(reader);
  const command: Command = { outcome: outcome!, lags, regressors, instruments, options };
  return modelOf(command, known, reader, start, notes);
}

/** `2 ;` for lags 1 and 2, `{1 3} ;` for those two. */
function readOrder(reader: Reader): number[] {
  const listed = accept(reader, /\{([\d,\s]+)\}\s*;/);
  if (listed !== undefined) {
    return listed[1]!
      .trim()
      .split(/[\s,]+/)
      .map(Number);
  }
  const order = Number(expect(reader, /([1-9]\d*)\s*;/, 'lags-and-semicolon')[1]);
  return wholeNumbers(1, order);
}

function readInstruments(reader: Reader, lists: Lists): Instruments {
  const gmm: OneEquationInput[] = [];
  const ordinary: string[] = [];
  let constantAt: number | undefined;
  while (!ended(reader) && !/^\s*--/.test(reader.text.slice(reader.position))) {
    const call = accept(reader, /(GMM(?:level)?)\s*\(/);
    if (call !== undefined) {
      gmm.push(...readWindow(reader, call[1] === 'GMM' ? 'diff' : 'level', lists));
      continue;
    }
    const { position: start } = reader;
    const item = readItem(reader, lists);
    if (item === undefined) throw unexpected(reader, 'dpanel-item');
    if (item.includes(constant)) constantAt = start;
    ordinary.push(...item.filter((name) => name !== constant));
  }
  return { gmm, ordinary, constantAt };
}

/** `GMM(w, 1, 3)`; each series of a list is a separate group. */
function readWindow(reader: Reader, equation: 'diff' | 'level', lists: Lists): OneEquationInput[] {
  const names = readList(reader, lists);
  const [, first, last] = expect(reader, /,\s*(\d+)\s*,\s*(\d+)\s*\)/, 'comma-and-lags');
  if (Number(last) < Number(first)) {
    throw failure(
      reader,
      commandProblem['ascending-lags']({ first: first!, last: last! }),
      reader.position - 1,
    );
  }
  const deepest = Number(last) >= allLags ? null : Number(last);
  return names.map((name) => ({ vars: [name], lags: [Number(first), deepest], equation }));
}

function readOptions(reader: Reader) {
  const options = new Set<string>();
  const notes: Told[] = [];
  while (!ended(reader)) {
    const [whole, word] = expect(reader, /--([a-z-]+)/, 'semicolon-or-option');
    if (withoutEffect.includes(word!)) notes.push(noEffect({ option: whole }));
    else if (optionNames.includes(word!)) options.add(word!);
    else {
      const problem = commandFault['no-option']({
        command: 'dpanel',
        word: whole,
        meant: suggestionOf(word!, optionNames),
      });
      throw failure(reader, problem, reader.position - whole.length);
    }
  }
  return { options, notes };
}

function modelOf(
  command: Command,
  known: ImportOptions,
  reader: Reader,
  start: number,
  notes: readonly Told[],
): ReadModel<DpdModelInput> {
  const { outcome, lags, options } = command;
  const panel = panelOf(known);
  const dpdstyle = options.has('dpdstyle');
  const twoSteps = options.has('two-step');
  const system =
    options.has('system') ||
    (command.instruments?.gmm ?? []).some(({ equation }) => equation === 'level');
  const { regressors, iv, intercept, trend } = ordinary(command, panel.time, system, reader);
  const variables = [outcome, ...lags.map((lag) => lagName(outcome, lag)), ...regressors];
  const gmm = joined(windows(command, system), system);
  const corrected = twoSteps ? 'windmeijer' : 'robust';
  const model: DpdModelInput = {
    ...defined({ data: known.data }),
    panel,
    estimator: 'dpd',
    formula: formulaText(reader, variables, intercept, start),
    system,
    gmm: options.has('collapse') ? gmm.map((group) => ({ ...group, collapse: true })) : gmm,
    iv: iv.length === 0 ? [] : [{ vars: iv }],
    ...(options.has('time-dummies') ? { timeEffects: true } : {}),
    steps: twoSteps ? 2 : 1,
    ...(dpdstyle ? { h: 2 } : {}),
    vcov: { type: options.has('asymptotic') ? 'unadjusted' : corrected },
  };
  const said = trend ? [...notes, trendNote({ time: panel.time, step: panel.step ?? 1 })] : notes;
  return withCompat('gretl', model, said, { gaps: 'bridge' });
}

/** The GMM-style instruments, including those of the outcome that gretl adds. */
function windows({ outcome, instruments }: Command, system: boolean): OneEquationInput[] {
  const given = instruments?.gmm ?? [];
  const lacks = (where: 'diff' | 'level') =>
    !given.some(({ vars, equation }) => vars[0] === outcome && equation === where);
  const added: OneEquationInput[] = [
    ...(lacks('diff') ? [{ vars: [outcome], lags: [2, null], equation: 'diff' } as const] : []),
    ...(system && lacks('level')
      ? [{ vars: [outcome], lags: [1, 1], equation: 'level' } as const]
      : []),
  ];
  return [...added, ...given];
}

/**
 * Regressors, ordinary instruments and the intercept. With --dpdstyle, difference GMM keeps the constant, which is a
 * trend in levels, unless there are period dummies. In a system, the dummies here come with a constant; gretl has them
 * without one.
 */
function ordinary(command: Command, time: string, system: boolean, reader: Reader) {
  const { options, instruments } = command;
  const regressors = command.regressors.filter((name) => name !== constant);
  const named = regressors.length < command.regressors.length;
  const iv = [...(instruments?.ordinary ?? regressors)];
  const dummies = options.has('time-dummies');
  const constantAt = instruments?.constantAt;
  if (system) {
    if (constantAt !== undefined && !named) {
      const problem = commandProblem['constant-as-instrument']();
      throw failure(reader, problem, constantAt);
    }
    return { regressors, iv, intercept: named || dummies, trend: false };
  }
  const kept = options.has('dpdstyle') && !dummies;
  const trend = kept && (named || constantAt !== undefined);
  if (trend) iv.push(time);
  return {
    regressors: kept && named ? [...regressors, time] : regressors,
    iv,
    intercept: true,
    trend,
  };
}
