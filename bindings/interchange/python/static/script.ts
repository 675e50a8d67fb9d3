/** Scripts of Python: data frames, models of statsmodels, linearmodels and pyfixest, and their covariances. */
import { InputError } from '../../../core/errors.js';
import type { ModelInput } from '../../../models/model.js';
import { type Derived, inColumns } from '../../derived.js';
import { type ImportedModel, type ImportOptions, place } from '../../imported.js';
import { accept, failure, type Reader } from '../../reader.js';
import { acceptCall, matchArguments, type RCall } from '../../r/call.js';
import {
  type Collected,
  collector,
  type ImportedScript,
  onlyModel,
  wholeScript,
  type Statement,
} from '../../script.js';
import { bracketStatements } from '../../static/statements.js';
import { acceptMethod, pythonText } from './arguments.js';
import { type Errors, type Frame, type FrameOf, presentNotes } from './frame.js';
import { linearmodelsClass, linearmodelsErrors, readLinearmodels } from './linearmodels.js';
import { readPyfixest, vcovOf } from './pyfixest.js';
import { changedFrame, readColumn, readFrame, readRows, rowsOf } from './frames.js';
import { fitErrors, formulaCalls, matrixCall, readFormulaCall } from './statsmodels.js';

type Package = 'statsmodels' | 'linearmodels' | 'pyfixest';

/** A model that a script has made, perhaps before its `fit()`. */
interface Specified {
  readonly package: Package;
  readonly model: ModelInput;
  readonly notes: readonly string[];
  /** Columns that have a value in each row of its data. */
  readonly present: readonly string[];
  readonly line: number;
  readonly order: string | undefined;
  /** Position among the models once it is fitted. */
  index?: number;
}

interface Script {
  readonly options: ImportOptions;
  readonly frames: Map<string, Frame>;
  readonly derived: Derived;
  readonly specified: Map<string, Specified>;
  readonly collected: Collected;
}

/** Reads a script with one static model. Throws InputError `command-syntax`. */
export function readStaticPython(text: string, options: ImportOptions): ImportedModel {
  const collected = collect(text, options);
  const [first] = collected.left;
  if (first !== undefined) {
    throw (
      first.error ??
      place(
        first.statement.text,
        'expected a model of statsmodels, linearmodels or pyfixest, or a data frame, found another statement',
      )
    );
  }
  return onlyModel(text, collected, {
    commands: 'in statsmodels, linearmodels or pyfixest',
    several: 'of Python',
  });
}

/** Reads a script: its models in order, and the statements that are not translated. */
export function readPythonScript(text: string, options: ImportOptions): ImportedScript {
  return wholeScript(collect(text, options));
}

function collect(text: string, options: ImportOptions): Collected {
  const script: Script = {
    options,
    frames: new Map(),
    derived: new Map(),
    specified: new Map(),
    collected: collector(),
  };
  for (const statement of bracketStatements(text)) {
    try {
      if (!readStatement(statement, script)) leave(statement, script);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      leave(statement, script, error);
    }
  }
  for (const one of script.specified.values()) if (one.index === undefined) push(one, script);
  return script.collected;
}

/** Keeps a statement that is not translated, and marks the data frame that it makes or changes. */
function leave(statement: Statement, { collected, frames }: Script, error?: InputError): void {
  collected.left.push({ statement, error });
  const { text, line } = statement;
  const inPlace = /\binplace\s*=\s*True/.test(text)
    ? /^([A-Za-z_]\w*)\./.exec(text)?.[1]
    : undefined;
  const target = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(text)?.[1] ?? inPlace;
  if (target === undefined) return;
  frames.set(target, changedFrame(frames.get(target), target, line));
}

const ignored = /^(?:import\b|from\b|print\b|pd\.set_option|np\.random|warnings\.|"""|'''|["'])/;

function readStatement({ text, line }: Statement, script: Script): boolean {
  if (ignored.test(text)) return true;
  const column = /^([A-Za-z_]\w*)(?:\[\s*["']([^"']+)["']\s*\]|\.(\w+))\s*=(?!=)\s*([^]*)$/.exec(
    text,
  );
  if (column !== null) return readColumn(column, line, script);
  const reader: Reader = { text, position: 0 };
  const target = accept(reader, /([A-Za-z_]\w*)\s*=(?!=)/)?.[1];
  if (target !== undefined && readRows(target, text.slice(reader.position).trim(), script))
    return true;
  const { position: start } = reader;
  const call = acceptCall(reader);
  if (call === undefined) return script.specified.has(text.trim());
  const one = specify(call, reader, line, script);
  if (one !== undefined) return finish(one, target, reader, script);
  reader.position = start;
  return readMethod(reader, target, script);
}

/** The model of a call; undefined for other calls. */
function specify(call: RCall, reader: Reader, line: number, script: Script): Specified | undefined {
  const changes: string[] = [];
  const present: string[] = [];
  const frameOf: FrameOf = (text) => {
    const rows = rowsOf(text ?? '', script.frames);
    changes.push(...(rows?.changes ?? []));
    present.push(...(rows?.present ?? []));
    if (rows !== undefined || text === undefined || /^\w+$/.test(text))
      return { ...script.options, ...rows };
    throw failure(
      reader,
      `data: expected the name of a data frame, found ${text}; write data=df with df = df.query(...) on a line before`,
      call.offset,
    );
  };
  const data = pythonText(
    call.args.find(({ name }) => name === 'data')?.value ?? call.args[1]?.value,
  );
  const frame = script.frames.get(data ?? '');
  const order = frame?.order ?? frame?.time ?? script.options.time;
  if (formulaCalls.includes(call.name)) {
    return {
      package: 'statsmodels',
      model: readFormulaCall(call, reader, frameOf),
      notes: changes,
      present,
      line,
      order,
    };
  }
  if (['sm.OLS', 'sm.WLS', 'OLS', 'WLS'].includes(call.name)) throw matrixCall(call, reader);
  if (/^(?:\w+\.)?feols$/.test(call.name)) {
    const { model, notes } = readPyfixest(call, reader, frameOf);
    return { package: 'pyfixest', model, notes: [...notes, ...changes], present, line, order };
  }
  const named = linearmodelsClass(call);
  if (named === undefined) return undefined;
  if (!named.hasFormula) throw matrixCall(call, reader);
  return {
    package: 'linearmodels',
    model: readLinearmodels(call, named.name, reader, frameOf),
    notes: changes,
    present,
    line,
    order,
  };
}

/** Methods that set the covariance of a model. */
const amending = ['fit', 'get_robustcov_results', 'vcov'];

/** Reads `.fit(...)` after a specification, or keeps it for a later one. */
function finish(
  one: Specified,
  target: string | undefined,
  reader: Reader,
  script: Script,
): boolean {
  const method = acceptMethod(reader);
  let fitted = method === undefined ? one : withErrors(one, method);
  for (;;) {
    const next = method === undefined ? undefined : acceptMethod(reader);
    if (next === undefined) break;
    if (amending.includes(next.name)) fitted = withErrors(fitted, next);
  }
  if (method !== undefined || one.package === 'pyfixest') push(fitted, script);
  if (target !== undefined) script.specified.set(target, fitted);
  else if (fitted.index === undefined) push(fitted, script);
  return true;
}

function push(one: Specified, { collected, derived }: Script): void {
  one.index = collected.models.length;
  collected.models.push(completed(one, derived));
}

/** The model in columns of the data, with the notes on it. */
function completed(one: Specified, derived: Derived) {
  const { model, notes } = inColumns(one.model, derived);
  return {
    model,
    notes: [...one.notes, ...notes, ...presentNotes(one.present, model)],
    line: one.line,
  };
}

/** `mod.fit(...)`, `res.get_robustcov_results(...)` and `fit.vcov(...)` of a model with a name. */
function readMethod(reader: Reader, target: string | undefined, script: Script): boolean {
  const name = accept(reader, /([A-Za-z_]\w*)(?=\s*\.)/)?.[1];
  const one = name === undefined ? undefined : script.specified.get(name);
  const method = acceptMethod(reader);
  if (one === undefined || method === undefined) {
    return readFrames(name, method, target, reader, script);
  }
  if (!amending.includes(method.name))
    return ['summary', 'tidy', 'coef', 'confint'].includes(method.name);
  const fitted: Specified = { ...withErrors(one, method) };
  if (one.index === undefined || target !== undefined) {
    delete fitted.index;
    push(fitted, script);
    one.index ??= fitted.index!;
  } else {
    script.collected.models[one.index] = completed(fitted, script.derived);
    fitted.index = one.index;
  }
  script.specified.set(target ?? name!, fitted);
  return true;
}

function withErrors(one: Specified, method: RCall): Specified {
  const errors = errorsOf(one, method);
  if (errors === undefined) return one;
  const isHac = errors.vcov.type === 'hac' && one.model.panel === undefined;
  const ordered = isHac ? { ...errors.vcov, order: one.order ?? 'year' } : errors.vcov;
  const steps = one.model.estimator === 'gmm' ? gmmSteps(method, one.model) : {};
  const small = one.package === 'pyfixest' && one.model.estimator === 'iv' ? { small: true } : {};
  return {
    ...one,
    model: { ...one.model, ...steps, vcov: { ...ordered, ...small } } as ModelInput,
    notes: [
      ...one.notes.filter((note) => !note.startsWith('feols() without vcov')),
      ...errors.notes,
    ],
  };
}

/** `fit(iter_limit=2)` is two-step, 1 one-step, and more iterate. */
function gmmSteps(
  { args }: RCall,
  model: ModelInput,
): { readonly method?: 'one-step' | 'iterated' } {
  const limit = Number(pythonText(args.find(({ name }) => name === 'iter_limit')?.value) ?? 2);
  if ('method' in model && model.method === 'cue') return {};
  if (limit === 1) return { method: 'one-step' };
  return limit > 2 ? { method: 'iterated' } : {};
}

function errorsOf(one: Specified, method: RCall): Errors | undefined {
  if (one.package === 'statsmodels') return fitErrors(method);
  if (one.package === 'linearmodels')
    return method.name === 'fit' ? linearmodelsErrors(method, one.model) : undefined;
  if (method.name !== 'vcov') return undefined;
  return vcovOf(matchArguments(method, ['vcov'], ['vcov', 'data', 'inplace']).get('vcov'));
}

/** `df = pd.read_csv("firms.csv").set_index(["id", "year"])`. */
function readFrames(
  name: string | undefined,
  method: RCall | undefined,
  target: string | undefined,
  reader: Reader,
  script: Script,
): boolean {
  let isRead = readFrame(name, method, target, script);
  for (;;) {
    const next = isRead ? acceptMethod(reader) : undefined;
    if (next === undefined) return isRead;
    isRead = readFrame(target ?? name, next, target, script);
  }
}
