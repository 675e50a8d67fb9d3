/** Scripts of R: the call that estimates, and the statements about data and panel around it. */
import { suggestion } from '../../data/index.js';
import { defined, type ImportOptions, notOne } from '../imported.js';
import { acceptCall, flagOf, type RCall, textOf, textsOf } from './r-call.js';
import { accept, ended, failure, type Reader, unexpected } from '../reader.js';

/** Calls that load packages. */
const packages = ['library', 'require', 'requireNamespace'];

/** Calls that show what was estimated. */
const withoutEffect = ['print', 'coef', 'mtest', 'sargan', 'vcovHC', 'head', 'options'];

interface RScript {
  readonly call: RCall;
  /** The statement of the call, at its end. */
  readonly reader: Reader;
  readonly known: ImportOptions;
  /** `robust` of `summary()`. */
  readonly robust: boolean | undefined;
  readonly notes: readonly string[];
}

/**
 * Reads to the end. `#` begins a comment.
 *
 * @throws InputError `command-syntax` for other statements than these, and for none or two calls of the function
 */
export function readR(text: string, estimator: string, options: ImportOptions): RScript {
  let known = options;
  let estimation: Pick<RScript, 'call' | 'reader'> | undefined;
  let robust: boolean | undefined;
  const notes: string[] = [];
  for (const statement of statementsOf(text)) {
    const reader: Reader = { text: statement, position: 0 };
    accept(reader, /[A-Za-z.][\w.]*\s*(?:<-|=(?!=))/);
    const outer = acceptCall(reader);
    if (outer === undefined || !ended(reader)) throw unexpected(reader, `a call of ${estimator}()`);
    const inner = outer.name === 'summary' ? innerCall(outer) : undefined;
    const call = inner ?? outer;
    if (call.name === estimator) {
      if (estimation !== undefined) throw notOne(statement, `${estimator}()`, 'another');
      estimation = { call, reader };
    }
    if (outer.name === 'summary') {
      robust = flagOf(outer.args.find(({ name }) => name === 'robust')?.value) ?? robust;
    } else if (outer.name !== estimator) {
      known = { ...known, ...settingOf(outer, reader, estimator, notes) };
    }
  }
  if (estimation === undefined) throw notOne(text, `${estimator}()`, 'none');
  return { ...estimation, known, robust, notes };
}

/** `summary(pgmm(...), robust = FALSE)`; `summary(fit)` has none. */
function innerCall({ args }: RCall): RCall | undefined {
  const [first] = args;
  return first === undefined ? undefined : acceptCall(first.value);
}

/** What a statement says of data and panel. */
function settingOf(
  { name, args, offset }: RCall,
  reader: Reader,
  estimator: string,
  notes: string[],
): ImportOptions {
  if (packages.includes(name)) return {};
  if (name === 'read.csv') {
    const file = args.find((one) => one.name === undefined || one.name === 'file');
    return defined({ data: textOf(file?.value) });
  }
  if (name === 'pdata.frame') {
    const [unit, time] = textsOf(args.find((one) => one.name === 'index')?.value) ?? [];
    return defined({ unit, time });
  }
  if (name === 'data') {
    notes.push(`${reader.text}: left out; data are a CSV file`);
    return {};
  }
  if (withoutEffect.includes(name)) {
    notes.push(`${reader.text}: left out, as it changes no estimate`);
    return {};
  }
  const hint = suggestion(name, [estimator, 'read.csv', 'pdata.frame', 'summary']);
  throw failure(reader, `${name}() is not read${hint}`, offset);
}

/** Statements end with a line or a semicolon where no bracket is open; the text without comments. */
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
