/** Scripts of Python: data frames, models of statsmodels, linearmodels and pyfixest, and their covariances. */
import type { Call } from '../../arguments.js';
import { checkModels, readEach } from '../../bounds.js';
import type { InputError } from '../../../core/errors/errors.js';
import { type ReadModel, type ImportOptions, defined } from '../../imported.js';
import { accept, ended, failure, type Reader, type Statement } from '../../reader.js';
import { acceptCall } from '../../r/call.js';
import {
  type Collected,
  collector,
  type ReadScript,
  onlyModel,
  wholeScript,
} from '../../script.js';
import { type Estimated, type FrameOf, type ScriptFrame } from '../../static/frame.js';
import { bracketStatements } from '../../static/statements.js';
import type { Listed } from '../../r/printed/printed.js';
import { type WrittenOut, writtenOut } from '../scripts/written-out.js';
import { amendedNumber } from '../../study/numbers.js';
import { unread } from '../../study/table.js';
import { adviceAfterCall, isTest } from '../../r/scripts/after.js';
import { type Matrix, readMatrix, readMatrixCall } from './matrices.js';
import { asWholeColumn, leftFrame, withoutParentheses, withoutPrint } from '../scripts/changes.js';
import { elementOf, readTable } from '../scripts/tables.js';
import { acceptMethod } from './arguments.js';
import { withColumns } from './columns.js';
import { amended, type Specified, type Package } from './errors.js';
import { frameName, frameOfText, isInPlace } from './frames.js';
import { linearmodelsClass, readLinearmodels } from './linearmodels.js';
import { readPyfixest } from './pyfixest.js';
import { formulaCalls, matrixCall, readFormulaCall } from './statsmodels.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

interface Script {
  readonly options: ImportOptions;
  readonly frames: Map<string, ScriptFrame>;
  readonly matrices: Map<string, Matrix>;
  readonly specified: Map<string, Specified>;
  /** Lists of models by name. */
  readonly lists: Map<string, readonly Listed[]>;
  /** Names of results that are not translated. */
  readonly unread: Set<string>;
  readonly collected: Collected;
}

/** Reads a script with one static model. Throws InputError `command-syntax`. */
export function readStaticPython(text: string, options: ImportOptions): ReadModel {
  return onlyModel(text, collect(text, options), {
    commands: 'python',
    several: 'of-python',
    language: 'python',
  });
}

/** Reads a script: its models in order, and the statements that are not translated. */
export function readPythonScript(text: string, options: ImportOptions): ReadScript {
  return wholeScript(collect(text, options));
}

/** Reads a script as a study: its models in columns that the study builds, and its tables. */
export function collectPython(text: string, options: ImportOptions): Collected {
  return collect(text, options, true);
}

function collect(text: string, options: ImportOptions, isStudy = false): Collected {
  const script: Script = {
    options,
    frames: new Map(),
    matrices: new Map(),
    specified: new Map(),
    lists: new Map(),
    unread: new Set(),
    collected: collector(isStudy),
  };
  const statements = writtenOut(text, bracketStatements(text));
  const read = (statement: WrittenOut) => {
    if (statement.inBlock === true) {
      leave(statement, script, { reason: note('no-python-blocks') });
      return;
    }
    checkModels(statement, script.collected.models);
    const isRead = readTable(statement, script) || readElement(statement, script);
    if (!isRead) leave(statement, script, {});
  };
  readEach(statements, read, (statement, error) => leave(statement, script, { error }));
  for (const one of script.specified.values()) if (one.index === undefined) push(one, script);
  return script.collected;
}

/** The result of a call as an element of a list, `m["a"] = smf.ols(...).fit()`, and other statements. */
function readElement({ text, line }: Statement, script: Script): boolean {
  const element = elementOf(text);
  if (element === undefined || script.frames.has(element.list)) {
    return readStatement({ text, line }, script);
  }
  const { list, head, value } = element;
  const before = script.lists.get(list) ?? [];
  const label = head === undefined || /^\d+$/.test(head) ? {} : { head };
  script.lists.set(list, [...before, { ...label, index: unread }]);
  const fitted = script.specified.get(value.trim());
  const name = `${list}_${before.length + 1}`;
  if (fitted === undefined && !readStatement({ text: `${name} = ${value}`, line }, script))
    return false;
  const { index } = fitted ?? script.specified.get(name) ?? {};
  if (index === undefined) return fitted !== undefined;
  script.lists.set(list, [...before, { ...label, index }]);
  return true;
}

/** Keeps a statement that is not translated, and marks the data frame that it makes or changes. */
function leave(
  statement: Statement,
  { collected, frames, specified, lists, unread: names }: Script,
  why: { readonly error?: InputError; readonly reason?: Told },
): void {
  collected.left.push({ statement, ...why, advice: adviceAfterCall(statement.text) });
  const [, , quoted] = columnOf.exec(statement.text) ?? [];
  if (quoted === undefined) leftFrame(statement, frames);
  const name = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(statement.text)?.[1];
  if (name === undefined) return;
  // No table shows an earlier model under the name of a result that is not translated.
  specified.delete(name);
  lists.delete(name);
  names.add(name);
}

const ignored = /^(?:import\b|from\b|print\b|pd\.set_option|np\.random|warnings\.|"""|'''|["']|%)/;

const columnOf =
  /^([A-Za-z_]\w*)(?:(?:\.loc\s*\[\s*:\s*,|\[)\s*["']([^"']+)["']\s*\]|\.(\w+))\s*=(?!=)\s*([^]*)$/;

function readStatement({ text: source, line }: Statement, script: Script): boolean {
  const text = asWholeColumn(withoutParentheses(withoutPrint(source)));
  if (isTest(text)) return false;
  if (ignored.test(text)) return true;
  const { frames } = script;
  const column = columnOf.exec(text);
  if (column !== null) return readColumn(column, line, script);
  const reader: Reader = { text, position: 0 };
  const target = accept(reader, /([A-Za-z_]\w*)\s*=(?!=)/)?.[1];
  const { position: start } = reader;
  const call = acceptCall(reader);
  const one = call === undefined ? undefined : specify(call, reader, line, script);
  if (one !== undefined) return finish(one, target, reader, script);
  reader.position = start;
  if (readMethod(reader, target, script)) return true;
  const value = text.slice(start).trim();
  const matrix = target === undefined ? undefined : readMatrix(value, target, { ...script, line });
  if (matrix?.isList === false) return true;
  const frame = frameOfText(value, { frames, line });
  if (frame === undefined) return matrix !== undefined || script.specified.has(text.trim());
  const changed = target ?? inPlaceName(value);
  if (changed !== undefined) frames.set(changed, frame);
  return true;
}

/** The frame that `df.dropna(subset=["x"], inplace=True)` changes; undefined if the chain only prints. */
function inPlaceName(text: string): string | undefined {
  const reader: Reader = { text, position: 0 };
  const name = accept(reader, /[A-Za-z_]\w*/)?.[0];
  const method = acceptMethod(reader);
  return method !== undefined && ended(reader) && isInPlace(method) ? name : undefined;
}

/** `df["ly"] = np.log(df["y"])`; false if the column is not translated. */
function readColumn(
  [, name, quoted, attribute, expression]: RegExpExecArray,
  line: number,
  { frames, matrices }: Script,
): boolean {
  if (!frames.has(name!) || ['columns', 'index'].includes(attribute ?? '')) return false;
  matrices.delete(name!);
  const pair = [quoted ?? attribute!, expression!] as const;
  const made = withColumns(frames.get(name!)!, [pair], name!, line);
  frames.set(name!, made.frame);
  if (made.error !== undefined) throw made.error;
  return made.isRead;
}

/** The model of a call; undefined for other calls. */
function specify(call: Call, reader: Reader, line: number, script: Script): Specified | undefined {
  const { frames, options } = script;
  const { data, unit, time, step } = options;
  const frameOf: FrameOf = (text) => {
    const rows = frameOfText(text ?? '', { frames, line });
    if (rows !== undefined || text === undefined || frameName(text) !== undefined) {
      return { ...defined({ data, unit, time, step }), ...rows };
    }
    throw failure(reader, scriptProblem['python-data']({ text }), call.offset);
  };
  const made = (library: Package, estimated: Estimated): Specified => ({
    library,
    estimated,
    line,
    order: estimated.frame.order ?? estimated.frame.time ?? options.time,
  });
  if (formulaCalls.includes(call.name)) {
    return made('statsmodels', readFormulaCall(call, reader, frameOf));
  }
  if (['sm.OLS', 'sm.WLS', 'OLS', 'WLS'].includes(call.name)) {
    return made('statsmodels', readMatrixCall(call, reader, { ...script, line }));
  }
  if (/^(?:\w+\.)?feols$/.test(call.name)) {
    return made('pyfixest', readPyfixest(call, reader, frameOf));
  }
  const named = linearmodelsClass(call);
  if (named === undefined) return undefined;
  if (!named.hasFormula) throw matrixCall(call, reader);
  const estimated = readLinearmodels(call, named.name, reader, frameOf);
  return { ...made('linearmodels', estimated), className: named.name };
}

/** Reads `.fit(...)` after a specification, or keeps it for a later one. */
function finish(
  specified: Specified,
  target: string | undefined,
  reader: Reader,
  script: Script,
): boolean {
  let fitted = specified;
  let isFitted = specified.library === 'pyfixest';
  for (;;) {
    const method = acceptMethod(reader);
    if (method === undefined) break;
    fitted = amended(fitted, method, isFitted, reader);
    isFitted = true;
  }
  if (isFitted) push(fitted, script);
  if (target !== undefined) script.specified.set(target, fitted);
  else if (fitted.index === undefined) push(fitted, script);
  return true;
}

function push(specified: Specified, { collected }: Script): void {
  specified.index = collected.models.length;
  collected.models.push({ ...collected.finish(specified.estimated), line: specified.line });
}

/** `mod.fit(...)`, `res.get_robustcov_results(...)` and `fit.vcov(...)` of a model with a name. */
function readMethod(reader: Reader, target: string | undefined, script: Script): boolean {
  const { position: start } = reader;
  const name = accept(reader, /([A-Za-z_]\w*)(?=\s*\.)/)?.[1];
  const one = name === undefined ? undefined : script.specified.get(name);
  const method = one === undefined ? undefined : acceptMethod(reader);
  if (one === undefined || method === undefined) {
    reader.position = start;
    return false;
  }
  const isFitted = one.index !== undefined;
  let fitted = isFitted
    ? { ...amended(one, method, true, reader) }
    : firstFit(name!, one, method, reader, script);
  for (let next = acceptMethod(reader); next !== undefined; next = acceptMethod(reader)) {
    fitted = amended(fitted, next, true, reader);
  }
  if (fitted.estimated === one.estimated && isFitted) return true;
  store(fitted, one, target, script);
  // A result of statsmodels has the errors of its fit also after get_robustcov_results().
  const isCopy = isFitted && one.library === 'statsmodels' && target === undefined;
  if (!isCopy) script.specified.set(target ?? name!, fitted);
  return true;
}

/** Refuses models that are estimated by something other than fit(). */
function firstFit(
  name: string,
  one: Specified,
  method: Call,
  reader: Reader,
  { specified }: Script,
): Specified {
  try {
    return { ...amended(one, method, false, reader) };
  } catch (error) {
    specified.delete(name);
    throw error;
  }
}

/** Stores a fit: a first fit, or one with a new name, is a new model; otherwise the errors of the model change. */
function store(
  fitted: Specified,
  specified: Specified,
  target: string | undefined,
  script: Script,
): void {
  const { finish } = script.collected;
  if (specified.index === undefined || target !== undefined) {
    delete fitted.index;
    push(fitted, script);
    specified.index ??= fitted.index!;
    return;
  }
  const { index, line } = { ...fitted, index: specified.index };
  fitted.index = amendedNumber(script.collected, index, finish(fitted.estimated), line);
}
