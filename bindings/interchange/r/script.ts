/** Scripts of R: the call that estimates, and statements on data and panel. */
import { suggestionOf } from '../../data/index.js';
import { checkStatement } from '../bounds.js';
import { defined, type ImportOptions, notOne } from '../imported.js';
import type { Call } from '../arguments.js';
import { acceptCall, flagOf, textOf, textsOf } from './call.js';
import { accept, ended, failure, type Reader, unexpected } from '../reader.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';
import { nameFile, noEffectOfStatement } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

/** Calls that load packages. */
const packages = ['library', 'require', 'requireNamespace'];

/** Calls that print or test the estimates. */
const withoutEffect = ['print', 'coef', 'mtest', 'sargan', 'vcovHC', 'head', 'options'];

interface RScript {
  readonly call: Call;
  /** The statement of the call; the reader is at its end. */
  readonly reader: Reader;
  readonly known: ImportOptions;
  /** `robust` of `summary()`. */
  readonly robust: boolean | undefined;
  readonly notes: readonly Told[];
}

/**
 * Reads the whole script. `#` begins a comment.
 *
 * @throws InputError `command-syntax` for unknown statements, and unless there is exactly one call of the function
 */
export function readR(text: string, estimator: string, options: ImportOptions): RScript {
  let known = options;
  let estimation: Pick<RScript, 'call' | 'reader'> | undefined;
  let robust: boolean | undefined;
  const notes: Told[] = [];
  for (const statement of statementsOf(text)) {
    checkStatement(statement);
    const reader: Reader = { text: statement, position: 0 };
    accept(reader, /[A-Za-z.][\w.]*\s*(?:<-|=(?!=))/);
    const outer = acceptCall(reader);
    if (outer === undefined || !ended(reader)) throw unexpected(reader, { callOf: estimator });
    const inner = outer.name === 'summary' ? innerCall(outer) : undefined;
    const call = inner ?? outer;
    if (call.name === estimator) {
      if (estimation !== undefined) throw notOne(statement, { code: `${estimator}()` }, true);
      estimation = { call, reader };
    }
    if (outer.name === 'summary') {
      robust = flagOf(outer.args.find(({ name }) => name === 'robust')?.value) ?? robust;
    } else if (outer.name !== estimator) {
      known = { ...known, ...settingOf(outer, reader, estimator, notes) };
    }
  }
  if (estimation === undefined) throw notOne(text, { code: `${estimator}()` }, false);
  return { ...estimation, known, robust, notes };
}

/** `summary(pgmm(...), robust = FALSE)`; `summary(fit)` has none. */
function innerCall({ args }: Call): Call | undefined {
  const [first] = args;
  return first === undefined ? undefined : acceptCall(first.value);
}

/** The settings of data and panel in a statement. */
function settingOf(
  { name, args, offset }: Call,
  reader: Reader,
  estimator: string,
  notes: Told[],
): ImportOptions {
  if (packages.includes(name)) return {};
  if (name === 'read.csv') {
    const file = args.find((argument) => argument.name === undefined || argument.name === 'file');
    return defined({ data: textOf(file?.value) });
  }
  if (name === 'pdata.frame') {
    const [unit, time] = textsOf(args.find((argument) => argument.name === 'index')?.value) ?? [];
    return defined({ unit, time });
  }
  if (name === 'data') {
    notes.push(nameFile({ statement: reader.text }));
    return {};
  }
  if (withoutEffect.includes(name)) {
    notes.push(noEffectOfStatement({ statement: reader.text }));
    return {};
  }
  const meant = suggestionOf(name, [estimator, 'read.csv', 'pdata.frame', 'summary']);
  throw failure(reader, commandFault.call({ word: name, meant }), offset);
}

/** The statements without comments. A statement ends at a line end or semicolon outside brackets. */
function statementsOf(text: string): string[] {
  const symbols = /"[^"]*"|'[^']*'|`[^`]*`|#[^\n]*|[([{]|[)\]}]|[;\n]|[^"'`#([{)\]};\n]+|["'`]/g;
  const statements: string[] = [];
  let depth = 0;
  let statement = '';
  for (const [symbol] of text.matchAll(symbols)) {
    if (symbol.startsWith('#')) continue;
    if (/^[([{]/.test(symbol)) ++depth;
    if (/^[)\]}]/.test(symbol)) --depth;
    if (/^[;\n]/.test(symbol) && depth === 0) {
      statements.push(statement);
      statement = '';
    } else {
      statement += symbol;
    }
  }
  return [...statements, statement].map((one) => one.trim()).filter((one) => one !== '');
}
