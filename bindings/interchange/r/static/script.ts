/** Scripts of R: data frames, calls that estimate, and covariances of their results. */
import { lineNumber } from '../../../words/errors/interchange/notes.js';
import { toldOf } from '../../../words/told.js';
import type { Call } from '../../arguments.js';
import { checkModels, readEach } from '../../bounds.js';
import type { InputError } from '../../../core/errors/errors.js';
import type { ModelInput } from '../../../models/model.js';
import { type ReadModel, type ImportOptions, defined } from '../../imported.js';
import { accept, ended, failure, type Reader, type Statement } from '../../reader.js';
import {
  type Collected,
  collector,
  type ReadScript,
  onlyModel,
  wholeScript,
} from '../../script.js';
import { type Estimated, type FrameOf, type ScriptFrame } from '../../static/frame.js';
import { argumentText, acceptCall } from '../call.js';
import { readPdynmc } from '../import-pdynmc.js';
import { readPlm } from '../import-plm.js';
import { type Estimator, estimators, ignored, isEstimator } from './calls.js';
import { nameOf } from './estimators.js';
import { callErrors } from './call-errors.js';
import { adviceAfterCall } from '../scripts/after.js';
import { renameNotes, withoutDefault } from '../scripts/notes.js';
import { asWholeColumn, forgetResult, leftFrame } from '../scripts/changes.js';
import { readFrame } from './files.js';
import { readAssigned, readColumn, readRows, rowsOf } from './frames.js';
import { withoutPipes } from './pipes.js';
import { withoutAcross } from '../scripts/across.js';
import { felmAsFeols } from '../scripts/felm.js';
import type { Listed } from '../printed/printed.js';
import { amendedNumber } from '../../study/numbers.js';
import { unread } from '../../study/table.js';
import type { Texts } from '../scripts/texts.js';
import { estimatesInside, isEcho, unwrapped } from '../scripts/unwrapped.js';
import { readWrittenOut } from '../scripts/written-out.js';
import { modelNamed, readTable } from './tables.js';
import { bracketStatements } from '../../static/statements.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';

interface Estimate {
  readonly by: Estimator;
  /** The model with the errors of its call, before covariances are applied. */
  readonly estimated: Estimated;
  /** Position among the models. */
  readonly index: number;
  /** The column by which its data are ordered. */
  readonly order: string | undefined;
  /** The number of the model with the covariance that was applied last. */
  latest?: number;
}

interface Script {
  readonly options: ImportOptions;
  readonly frames: Map<string, ScriptFrame>;
  readonly estimates: Map<string, Estimate>;
  readonly collected: Collected;
  /** Calls of pgmm() and pdynmc() by the name of their result. */
  readonly dynamic: Map<string, { text: string; name: 'pgmm' | 'pdynmc'; index: number }>;
  /** Lists of models by name. */
  readonly lists: Map<string, readonly Listed[]>;
  /** Names of results that are not translated. */
  readonly unread: Set<string>;
  last: Estimate | undefined;
}

/** Reads a script with one static model. Throws InputError `command-syntax`. */
export function readStaticR(text: string, options: ImportOptions): ReadModel {
  return onlyModel(text, collect(text, options), {
    commands: 'r',
    several: 'of-r',
    language: 'r',
  });
}

/** Reads a script: its models in order, and the statements that are not translated. */
export function readRScript(text: string, options: ImportOptions): ReadScript {
  return wholeScript(collect(text, options));
}

/** Reads a script as a study: its models in columns that the study builds, and its tables. */
export function collectR(text: string, options: ImportOptions): Collected {
  return collect(text, options, true);
}

function collect(text: string, options: ImportOptions, isStudy = false): Collected {
  const script: Script = {
    options,
    frames: new Map(),
    estimates: new Map(),
    dynamic: new Map(),
    lists: new Map(),
    unread: new Set(),
    collected: collector(isStudy),
    last: undefined,
  };
  const readOne = (written: Statement) => {
    const { text: rewritten, notes } = felmAsFeols(withoutAcross(unwrapped(written.text)));
    const statement = { ...written, text: rewritten };
    for (const note of notes) script.collected.notes.push(toldOf(note, lineNumber(written)));
    checkModels(statement, script.collected.models);
    const isRead = readTable(statement, script) || readElement(statement, script);
    if (!isRead) leave(statement, script);
    else if (rewritten.includes('feols(') && !written.text.includes('feols('))
      renameNotes(script.collected);
  };
  const texts: Texts = new Map();
  const run = { count: 0 };
  const read = (statement: Statement) => {
    const each = (one: Statement) =>
      readEach([one], readOne, (left, error) => leave(left, script, error));
    readWrittenOut(statement, texts, each, run);
  };
  readEach(bracketStatements(text), read, (statement, error) => leave(statement, script, error));
  return script.collected;
}

/** The result of a call as an element of a list, `m[["a"]] <- lm(y ~ x, d)`, and other statements. */
function readElement({ text, line }: Statement, script: Script): boolean {
  const [, list, head, value] =
    /^([A-Za-z.][\w.]*)\[\[\s*["']?([^"'\]]+?)["']?\s*\]\]\s*(?:<-|=(?!=))\s*([^]+)$/.exec(text) ??
    [];
  const isList = list !== undefined && !script.frames.has(list);
  if (!isList) return readStatement({ text, line }, script);
  const before = script.lists.get(list) ?? [];
  const name = `${list}.${before.length + 1}`;
  const label = /^\d+$/.test(head!) ? {} : { head: head! };
  script.lists.set(list, [...before, { ...label, index: unread }]);
  if (!readStatement({ text: `${name} <- ${value!}`, line }, script)) return false;
  const index = modelNamed(name, script);
  if (index !== undefined) script.lists.set(list, [...before, { ...label, index }]);
  return true;
}

/** Keeps a statement that is not translated, and marks the data frame that it makes or changes. */
function leave(statement: Statement, script: Script, error?: InputError): void {
  const { collected, frames } = script;
  collected.left.push({ statement, error, advice: adviceAfterCall(statement.text) });
  if (!columnOf.test(statement.text)) leftFrame(statement, frames);
  forgetResult(statement.text, script);
}

const columnOf =
  /^\s*([A-Za-z.][\w.]*)(?:\$\s*(?:([\w.]+)|`([^`]+)`)|\[\[\s*["']([^"']+)["']\s*\]\]|\[\s*,\s*["']([^"']+)["']\s*\])\s*(?:<-|=(?!=))\s*([^]*)$/;

function readStatement({ text: written, line }: Statement, script: Script): boolean {
  const source = asWholeColumn(written);
  const [, assigned, value] = /^([A-Za-z.][\w.]*\s*(?:<-|=(?!=))|)([^]*)$/.exec(source)!;
  const text = `${assigned!}${withoutPipes(value!)}`;
  const reader: Reader = { text, position: 0 };
  const column = columnOf.exec(text);
  if (column !== null) {
    const [, frame, plain, quoted, double, indexed, expression] = column;
    const name = plain ?? quoted ?? double ?? indexed;
    return readColumn([frame!, name!, expression!], line, script);
  }
  const assignedByReference = readAssigned(text, line, script);
  if (assignedByReference !== undefined) return assignedByReference;
  if (isEcho(text, script)) return true;
  const target = accept(reader, /([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))/)?.[1];
  const { position: start } = reader;
  if (target !== undefined && readRows(target, text.slice(start), line, script)) return true;
  const outer = acceptCall(reader);
  if (outer === undefined) return false;
  if (!ended(reader))
    return (
      ignored.includes(outer.name) &&
      !estimatesInside(text) &&
      !/<-|=/.test(text.slice(reader.position))
    );
  return readCall(outer, { target, reader, line }, script);
}

/** Calls that print a model, perhaps with another covariance. */
const printers = ['summary', 'coeftest', 'coefci', 'confint'];

interface Place {
  readonly target: string | undefined;
  readonly reader: Reader;
  readonly line: number;
}

function readCall(outer: Call, site: Place, script: Script): boolean {
  const isPrinter = printers.includes(outer.name);
  const call = isPrinter ? (innerCall(outer) ?? outer) : outer;
  if (isEstimator(call.name)) {
    estimate(call as Call & { name: Estimator }, site, script);
    if (call !== outer) return readErrors(outer, script.last, site.line, script);
    return true;
  }
  if (call.name === 'pgmm' || call.name === 'pdynmc') return readDynamic(call.name, site, script);
  if (isPrinter) return readPrinted(outer, site, script);
  const isFrame = site.target !== undefined && ['head', 'tail'].includes(call.name);
  const isIgnored = ignored.includes(call.name) && !isFrame && !estimatesInside(site.reader.text);
  return isIgnored || readFrame(call, site.target, script);
}

/** `summary(m)` and `r <- coeftest(m, vcov = vcovHC(m))`, whose result is a model for tables. */
function readPrinted(outer: Call, site: Place, script: Script): boolean {
  const name = argumentText(outer.args[0]?.value);
  if (amendsDynamic(name, site, script)) return true;
  const one = name === undefined ? script.last : script.estimates.get(name);
  const isRead = readErrors(outer, one, site.line, script);
  if (isRead && one !== undefined && site.target !== undefined) {
    script.lists.set(site.target, [{ index: one.latest ?? one.index }]);
  }
  return isRead;
}

/** `summary(fit, robust = FALSE)` of pgmm() belongs to its call. */
function amendsDynamic(name: string | undefined, { reader }: Place, script: Script): boolean {
  const { dynamic, collected, options, frames } = script;
  const call = dynamic.get(name ?? '');
  if (call === undefined) return false;
  if (call.name === 'pdynmc') return true;
  const [frame] = [...frames.values()].slice(-1);
  const { models } = collected;
  const again = readPlm(`${call.text}\n${reader.text}`, { ...options, ...settingsOf(frame) });
  models[call.index] = { ...ofFrame(again, frame, collected), line: models[call.index]!.line };
  return true;
}

function settingsOf(frame: ScriptFrame | ImportOptions | undefined): ImportOptions & ScriptFrame {
  const { data, unit, time, step } = frame ?? {};
  return defined({ data, unit, time, step });
}

function innerCall({ args }: Call): Call | undefined {
  const [first] = args;
  return first === undefined ? undefined : acceptCall({ ...first.value });
}

function estimate(
  call: Call & { name: Estimator },
  { target, reader, line }: Place,
  script: Script,
): void {
  const { collected, options } = script;
  const frameOf: FrameOf = (text) => {
    const rows = rowsOf(text ?? '', line, script);
    if (rows !== undefined || text === undefined || nameOf(text) !== undefined)
      return { ...settingsOf(options), ...rows };
    throw failure(reader, scriptProblem['r-data']({ text }), call.offset);
  };
  const estimated = estimators[call.name](call, reader, frameOf);
  const { order } = estimated.frame;
  const index = collected.models.length;
  const one: Estimate = { by: call.name, estimated, index, order };
  collected.models.push({ ...collected.finish(estimated), line });
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
  const imported = read(text, { ...options, ...settingsOf(frame) });
  collected.models.push({ ...ofFrame(imported, frame, collected), line });
  return true;
}

/** A dynamic panel in the columns and rows of its data frame. */
function ofFrame(
  { model, notes }: ReadModel,
  frame: ScriptFrame | undefined,
  { finish }: Collected,
) {
  return finish({ model, notes, frame: frame ?? {} });
}

/** `coeftest(m, vcov = vcovHC(m))` and `summary(m, cluster = ~ id)` set the errors of a model. */
function readErrors(call: Call, one: Estimate | undefined, line: number, script: Script): boolean {
  if (one === undefined) return false;
  const { models } = script.collected;
  const { vcov, level, notes } = callErrors(call, one, one.estimated.model);
  const { model } = one.estimated;
  if (vcov === undefined && level === undefined) {
    const { notes: before } = models[one.index]!;
    models[one.index] = { ...models[one.index]!, notes: [...before, ...notes] };
    return true;
  }
  const amended = script.collected.finish({
    ...one.estimated,
    model: { ...model, ...defined({ vcov, level }) } as ModelInput,
    notes: [...withoutDefault(one.estimated.notes, vcov), ...notes],
  });
  one.latest =
    one.latest === undefined
      ? amendedNumber(script.collected, one.index, amended, line)
      : models.push({ ...amended, line }) - 1;
  return true;
}
