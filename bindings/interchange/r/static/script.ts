/** Scripts of R: data frames, calls that estimate, and covariances of their results. */
import { InputError } from '../../../core/errors.js';
import type { ModelInput } from '../../../models/model.js';
import { type Derived, inColumns } from '../../derived.js';
import { type ImportedModel, type ImportOptions, place } from '../../imported.js';
import { accept, ended, failure, type Reader } from '../../reader.js';
import {
  type Collected,
  collector,
  type ImportedScript,
  onlyModel,
  wholeScript,
  type Statement,
} from '../../script.js';
import { acceptCall, type RCall } from '../call.js';
import { readPdynmc } from '../import-pdynmc.js';
import { readPlm } from '../import-plm.js';
import { argumentText, type FrameKeys, readIvreg, readLm, readStaticPlm } from './estimators.js';
import { callErrors } from './call-errors.js';
import { readFeols } from './feols.js';
import { readColumn, readFrame, readRows, rowsOf } from './frames.js';
import { withoutPipes } from './pipes.js';
import { bracketStatements } from '../../static/statements.js';

const estimators = { lm: readLm, plm: readStaticPlm, feols: readFeols, ivreg: readIvreg } as const;

type Estimator = keyof typeof estimators;

/** Calls that print, or load packages. */
const ignored = [
  'library',
  'require',
  'requireNamespace',
  'print',
  'coef',
  'head',
  'options',
  'setwd',
  'suppressMessages',
  'suppressPackageStartupMessages',
  'set.seed',
  'rm',
  'cat',
  'setFixest_notes',
  'confint',
  'nobs',
  'str',
  'names',
];

interface Estimate {
  readonly by: Estimator;
  /** Position among the models. */
  readonly index: number;
  /** The column by which its data are ordered. */
  readonly order: string | undefined;
  /** True once a covariance of it was read. */
  hasErrors: boolean;
}

interface Script {
  readonly options: ImportOptions;
  readonly frames: Map<string, FrameKeys>;
  readonly derived: Derived;
  readonly estimates: Map<string, Estimate>;
  readonly collected: Collected;
  /** Calls of pgmm() and pdynmc() by the name of their result. */
  readonly dynamic: Map<string, { text: string; name: 'pgmm' | 'pdynmc'; index: number }>;
  last: Estimate | undefined;
}

/** Reads a script with one static model. Throws InputError `command-syntax`. */
export function readStaticR(text: string, options: ImportOptions): ImportedModel {
  const collected = collect(text, options);
  const [first] = collected.left;
  if (first !== undefined) {
    throw (
      first.error ??
      place(
        first.statement.text,
        'expected lm(), plm(), ivreg(), feols(), a data frame or a covariance, found another statement',
      )
    );
  }
  return onlyModel(text, collected, {
    commands: 'lm(), plm(), ivreg() or feols()',
    several: 'of R',
  });
}

/** Reads a script: its models in order, and the statements that are not translated. */
export function readRScript(text: string, options: ImportOptions): ImportedScript {
  return wholeScript(collect(text, options));
}

function collect(text: string, options: ImportOptions): Collected {
  const script: Script = {
    ...{ options, frames: new Map(), derived: new Map(), estimates: new Map(), dynamic: new Map() },
    ...{ collected: collector(), last: undefined },
  };
  for (const statement of bracketStatements(text)) {
    try {
      if (!readStatement(statement, script)) leave(statement, script);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      leave(statement, script, error);
    }
  }
  return script.collected;
}

/** Keeps a statement that is not translated, and marks the data frame that it makes. */
function leave(statement: Statement, { collected, frames }: Script, error?: InputError): void {
  collected.left.push({ statement, error });
  const target = /^([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))/.exec(statement.text)?.[1];
  if (target === undefined) return;
  const frame = frames.get(target);
  const verb = frame === undefined ? 'made' : 'changed';
  const change = `the data frame ${target} is ${verb} on line ${statement.line} by a statement that is not translated; change the data or the model to match`;
  frames.set(target, { ...frame, changes: [...(frame?.changes ?? []), change] });
}

function readStatement({ text: source, line }: Statement, script: Script): boolean {
  const [, assigned, value] = /^([A-Za-z.][\w.]*\s*(?:<-|=(?!=))|)([^]*)$/.exec(source)!;
  const text = `${assigned!}${withoutPipes(value!)}`;
  const reader: Reader = { text, position: 0 };
  const column =
    /^\s*([A-Za-z.][\w.]*)(?:\$([\w.]+)|\[\[\s*["']([^"']+)["']\s*\]\])\s*(?:<-|=(?!=))\s*([^]*)$/.exec(
      text,
    );
  if (column !== null) return readColumn(column, line, script);
  if (isEcho(text, script)) return true;
  const target = accept(reader, /([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))/)?.[1];
  const { position: start } = reader;
  if (target !== undefined && readRows(target, text.slice(start), line, script)) return true;
  const outer = acceptCall(reader);
  if (outer === undefined) return false;
  if (!ended(reader)) return ignored.includes(outer.name);
  return readCall(outer, { target, reader, line }, script);
}

/** Calls that print a model, perhaps with another covariance. */
const printers = ['summary', 'coeftest', 'coefci'];

interface Place {
  readonly target: string | undefined;
  readonly reader: Reader;
  readonly line: number;
}

function readCall(outer: RCall, site: Place, script: Script): boolean {
  const call = printers.includes(outer.name) ? (innerCall(outer) ?? outer) : outer;
  if (isEstimator(call.name)) {
    estimate(call as RCall & { name: Estimator }, site, script);
    if (call !== outer) return readErrors(outer, script.last, site.line, script);
    return true;
  }
  if (call.name === 'pgmm' || call.name === 'pdynmc') return readDynamic(call.name, site, script);
  if (printers.includes(outer.name)) {
    const name = argumentText(outer.args[0]?.value);
    if (amendsDynamic(name, site, script)) return true;
    return readErrors(
      outer,
      name === undefined ? script.last : script.estimates.get(name),
      site.line,
      script,
    );
  }
  return ignored.includes(call.name) || readFrame(call, site.target, script);
}

/** `summary(fit, robust = FALSE)` of pgmm() belongs to its call. */
function amendsDynamic(name: string | undefined, { reader }: Place, script: Script): boolean {
  const { dynamic, collected, options, frames } = script;
  const call = dynamic.get(name ?? '');
  if (call === undefined) return false;
  if (call.name === 'pdynmc') return true;
  const [frame] = [...frames.values()].slice(-1);
  const { models } = collected;
  const again = readPlm(`${call.text}\n${reader.text}`, { ...options, ...frame });
  models[call.index] = { ...again, line: models[call.index]!.line };
  return true;
}

/** A printed model, and the lines of exported scripts that define the factor `small`. */
function isEcho(text: string, { estimates, last }: Script): boolean {
  const name = /^[\w.]+$/.exec(text.trim())?.[0];
  if (name !== undefined && estimates.has(name)) return true;
  return last !== undefined && /^(?:small|g)\s*(?:<-|=)/.test(text.trim());
}

function isEstimator(name: string): name is Estimator {
  return Object.hasOwn(estimators, name);
}

function innerCall({ args }: RCall): RCall | undefined {
  const [first] = args;
  return first === undefined ? undefined : acceptCall({ ...first.value });
}

function estimate(
  call: RCall & { name: Estimator },
  { target, reader, line }: Place,
  script: Script,
): void {
  const { collected, options, frames, derived } = script;
  const changes = new Set<string>();
  const frameOf = (text: string | undefined): FrameKeys => {
    const rows = rowsOf(text ?? '', line, script);
    for (const change of rows?.changes ?? []) changes.add(change);
    if (rows !== undefined || text === undefined || /^[\w.]+$/.test(text))
      return { ...options, ...rows };
    throw failure(
      reader,
      `data: expected the name of a data frame, found ${text}; write data = d with d <- subset(...) on a line before`,
      call.offset,
    );
  };
  const { model, notes } = estimators[call.name](call, reader, frameOf);
  const renamed = inColumns(model, derived);
  const data = argumentText(call.args.find(({ name }) => name === 'data')?.value);
  const order = frames.get(data ?? '')?.order;
  const one: Estimate = { by: call.name, index: collected.models.length, order, hasErrors: false };
  const said = [...notes, ...renamed.notes, ...changes];
  collected.models.push({ model: renamed.model, notes: said, line });
  script.last = one;
  if (target !== undefined) script.estimates.set(target, one);
}

function readDynamic(
  name: 'pgmm' | 'pdynmc',
  { target, reader, line }: Place,
  { collected, options, frames, dynamic }: Script,
): boolean {
  const [frame] = [...frames.values()].slice(-1);
  const read = name === 'pgmm' ? readPlm : readPdynmc;
  const { text } = reader;
  dynamic.set(target ?? '', { text, name, index: collected.models.length });
  collected.models.push({ ...read(text, { ...options, ...frame }), line });
  return true;
}

/** `coeftest(m, vcov = vcovHC(m))` and `summary(m, cluster = ~ id)` set the errors of a model. */
function readErrors(call: RCall, one: Estimate | undefined, line: number, script: Script): boolean {
  if (one === undefined) return false;
  const { models } = script.collected;
  const { model, notes } = models[one.index]!;
  const errors = callErrors(call, one, model);
  if (errors === undefined) return true;
  const vcov =
    model.estimator === 'iv' && errors.vcov.small === undefined
      ? { ...errors.vcov, small: true }
      : errors.vcov;
  const amended = {
    model: { ...model, vcov } as ModelInput,
    notes: [...notes.filter((note) => !note.startsWith('feols() 0.13')), ...errors.notes],
  };
  if (one.hasErrors) models.push({ ...amended, line });
  else models[one.index] = { ...amended, line: models[one.index]!.line };
  one.hasErrors = true;
  return true;
}
