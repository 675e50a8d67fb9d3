/** Calls and arguments of Python. */
import type { Argument, Arguments, Call } from '../../arguments.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../../reader.js';
import { acceptCall, acceptParts } from '../../r/call.js';
import type { Dialect } from '../../static/wilkinson.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';

export const pythonDialect: Dialect = {
  language: 'Python',
  functions: Object.fromEntries(
    ['log', 'exp', 'sqrt', 'abs'].flatMap((name) => [
      [name, name],
      [`np.${name}`, name],
      [`numpy.${name}`, name],
    ]),
  ),
  factors: ['C', 'i'],
  levelled: ['C', 'i'],
  lags: [],
  leads: [],
  differences: [],
  quotes: ['Q'],
  power: /\*\*/,
  name: /[A-Za-z_][\w.]*/,
};

/** The text of an argument. */
export function pythonText(value: Reader | undefined): string | undefined {
  return value === undefined ? undefined : value.text.slice(value.position, value.end).trim();
}

/** True for an argument that is not given, or None. */
export function isNone(value: Reader | undefined): value is undefined {
  return value === undefined || pythonText(value) === 'None';
}

/** True or False; undefined without the argument. @throws InputError `command-syntax` for another value */
export function pythonFlag(args: Arguments, name: string): boolean | undefined {
  const value = args.get(name);
  if (isNone(value)) return undefined;
  const text = pythonText(value);
  if (text === 'True' || text === 'False') return text === 'True';
  throw failure(value as Reader, scriptProblem['true-or-false']({ text: text! }));
}

/** A number; undefined without the argument. @throws InputError `command-syntax` for another value */
export function pythonNumber(value: Reader | undefined): number | undefined {
  if (isNone(value)) return undefined;
  const text = pythonText(value)!;
  const number = Number(text.replace(/_/g, ''));
  if (text !== '' && Number.isFinite(number)) return number;
  throw failure(value as Reader, scriptProblem.number({ text }));
}

/** A text in quotes, and where it begins; undefined for another expression. */
export function quotedText(value: Reader | undefined): Reader | undefined {
  if (value === undefined) return undefined;
  const quoted = /^\s*f?("""|'''|"|')([^]*?)\1\s*$/.exec(
    value.text.slice(value.position, value.end),
  );
  if (quoted === null) return undefined;
  const position = value.position + quoted[0].indexOf(quoted[1]!) + quoted[1]!.length;
  return { text: value.text, position, end: position + quoted[2]!.length };
}

/** A word in quotes; undefined without the argument. @throws InputError `command-syntax` for another expression */
export function pythonWord(value: Reader | undefined): string | undefined {
  if (isNone(value)) return undefined;
  const quoted = quotedText(value);
  if (quoted !== undefined) return pythonText(quoted);
  throw failure(value as Reader, scriptProblem['quoted-text']({ text: pythonText(value)! }));
}

const name = /[\p{L}_][\p{L}\p{M}\p{N}_]*/u;
/** Conversions that change the type of a column but not its groups. */
const sameGroups =
  /\.(?:values\b|to_numpy\(\s*\)|copy\(\s*\)|astype\(\s*(?:["'](?:category|str|string)["']|str|object)\s*\)|cat\.codes\b)/;

/**
 * The columns of `df["id"]`, `df.id`, `data[["id", "year"]]`, `"id"`, `["id", "year"]` or `"id+year"`.
 *
 * @throws InputError `command-syntax` for another expression
 */
export function pythonColumns(value: Reader): string[] {
  const reader: Reader = { ...value };
  const wrapped = accept(reader, /(?:np|numpy)\.(?:as)?array\s*\(/) !== undefined;
  const columns = readColumns(reader);
  while (accept(reader, sameGroups) !== undefined);
  if (wrapped) expect(reader, /\)/, { oneOf: ['")"'] });
  if (!ended(reader)) throw unexpected(reader, 'python-column');
  return columns;
}

function readColumns(reader: Reader): string[] {
  const quoted = accept(reader, /["']([^"']+)["']/)?.[1];
  if (quoted !== undefined) return quoted.split('+').map((one) => one.trim());
  if (accept(reader, /\[/) !== undefined) return readNames(reader, /\]/);
  if (accept(reader, /\(/) !== undefined) return readNames(reader, /\)/);
  expect(reader, name, 'python-column');
  const attribute = accept(reader, new RegExp(`\\.(${name.source})(?!\\s*[(.])`, 'u'))?.[1];
  if (attribute !== undefined) return [attribute];
  const dotted = accept(
    reader,
    new RegExp(`\\.(${name.source})(?=\\.(?:values|to_numpy|copy|astype|cat)\\b)`, 'u'),
  )?.[1];
  if (dotted !== undefined) return [dotted];
  if (accept(reader, /\[\s*\[/) !== undefined) {
    const names = readNames(reader, /\]/);
    expect(reader, /\]/, { oneOf: ['"]"'] });
    return names;
  }
  expect(reader, /\[/, 'python-column');
  const [, column] = expect(reader, /["']([^"']+)["']/, 'quoted-column');
  expect(reader, /\]/, { oneOf: ['"]"'] });
  return [column!];
}

/** Names in quotes, separated by commas. */
function readNames(reader: Reader, closing: RegExp): string[] {
  const names: string[] = [];
  while (accept(reader, closing) === undefined) {
    names.push(expect(reader, /["']([^"']+)["']/, 'quoted-column')[1]!);
    accept(reader, /,/);
  }
  return names;
}

/** The next call of a chain: `.fit(...)`. */
export function acceptMethod(reader: Reader): Call | undefined {
  if (accept(reader, /\.(?=\s*[A-Za-z_]\w*\s*\()/) === undefined) return undefined;
  return acceptCall(reader);
}

/** The entries of `{"groups": df["id"]}` or `dict(groups=df["id"])` as arguments. */
export function dictionary(value: Reader): Argument[] {
  const reader: Reader = { ...value };
  if (/^\s*dict\s*\(/.test(value.text.slice(value.position, value.end))) {
    return [...acceptCall(reader)!.args];
  }
  expect(reader, /\{/, 'dictionary');
  const parts = acceptParts(reader);
  if (!ended(reader)) throw unexpected(reader, 'end-of-dictionary');
  return parts.map((part) => {
    const of: Reader = { ...part };
    const [, double, single] = expect(of, /(?:"(\w+)"|'(\w+)')\s*:/, 'name-and-colon');
    return { name: double ?? single!, value: of };
  });
}
