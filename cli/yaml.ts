/**
 * YAML and JSON as plain values. Keys are text, there are no circles, and only a few aliases, because the time for
 * aliases grows with their square.
 */
import {
  type Alias,
  type Document,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { InputError } from '../bindings/index.js';
import type { Told } from '../bindings/words/told.js';
import {
  yamlFault,
  manyAliases,
  nestedAliases,
  noKeys,
  tooDeep,
  type InLine,
} from '../bindings/words/errors/program/yaml.js';

/** Maximum aliases in a file; models and results need none. */
const MAX_ALIASES = 100;
/** Maximum depth of nested lists and maps, because the package reads them by recursion. */
const MAX_DEPTH = 100;
/** Maximum blanks before a line; they limit the depth of blocks. */
const MAX_INDENT = 1000;
/** Characters that are shown on each side of an error. */
const SHOWN = 39;

interface Source {
  readonly name: string;
  readonly text: string;
  readonly lines: LineCounter;
}

/**
 * Reads YAML or JSON of the file `name`.
 *
 * @throws InputError `syntax` with line and column, for syntax errors also with the line's text and a caret under the
 *   character; `too-many-aliases`, `too-deep`
 */
export function readYaml(name: string, text: string): unknown {
  const source = { name, text, lines: new LineCounter() };
  checkTokens(source);
  try {
    // The package would compare each key of a map with all others; `checkMap` takes one look-up per key. The package
    // would also copy the whole line for each error; `excerptOf` copies a part for one error.
    const options = { lineCounter: source.lines, uniqueKeys: false, prettyErrors: false };
    const document = parseDocument(text, options);
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem !== undefined) throw syntaxError(source, problem);
    visit(document, {
      Map: (_, map) => checkMap(source, map),
      Alias: (_, alias, path) => checkAlias(source, document, alias, path),
    });
    return document.toJS();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unresolvable(name, error as Error);
  }
}

/**
 * Reads keys and values in YAML from the command line, such as `example`, with or without braces.
 *
 * @throws `bad-value` if there are none; as `readYaml`, on one line
 */
export function readKeys(option: string, text: string, example: string): unknown {
  if (!text.includes(':')) {
    throw new InputError(noKeys({ path: option.replace(/^--/, ''), found: text, example }), option);
  }
  try {
    return readYaml(option, /^\s*\{/.test(text) ? text : `{${text}}`);
  } catch (error) {
    const wrong = error as InputError;
    throw wrong.retold({ excerpt: '', detail: { ...wrong.detail, found: text } });
  }
}

/** The package refuses aliases that refer to aliases, because each level repeats the one below. */
function unresolvable(name: string, { message }: Error): InputError {
  const isNested = message.startsWith('Excessive alias count');
  const said = isNested
    ? nestedAliases({ file: name })
    : yamlFault.value({ file: name, words: message });
  return new InputError(said, name);
}

const brackets = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
]);

/** Counts aliases and nested parts, for which the package takes more than linear time. */
function checkTokens({ name, text }: Source): void {
  let [aliases, inFlow, inLine] = [0, 0, 0];
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!inScalar) {
      if (token.startsWith('*')) aliases += 1;
      inFlow += brackets.get(token) ?? 0;
      if (token === '-' || token === '?') inLine += 1;
      if (/^[\r\n]/.test(token)) inLine = 0;
      const isIndent = token.length > MAX_INDENT && /^[ \t]+$/.test(token);
      if (inFlow > MAX_DEPTH || inLine > MAX_DEPTH || isIndent) {
        throw new InputError(tooDeep({ file: name, limit: MAX_DEPTH }), name);
      }
    }
    inScalar = token === '\x1f';
  }
  if (aliases <= MAX_ALIASES) return;
  throw new InputError(manyAliases({ file: name, most: MAX_ALIASES, aliases }), name);
}

function checkMap(source: Source, { items }: YAMLMap): void {
  const seen = new Set<string>();
  for (const { key } of items as Pair<Node | null, unknown>[]) {
    if (!isScalar(key) || typeof key.value !== 'string') {
      const written = key?.range ? source.text.slice(key.range[0], key.range[1]) : undefined;
      const place = placeOf(source, key);
      throw inLine(yamlFault.key({ ...place, written, isScalar: isScalar(key) }), place);
    }
    if (seen.has(key.value)) {
      const place = placeOf(source, key);
      throw inLine(yamlFault['key-twice']({ ...place, key: key.value }), place);
    }
    seen.add(key.value);
  }
}

type Path = readonly (Document | Node | Pair)[];

function checkAlias(source: Source, document: Document, alias: Alias, path: Path): void {
  const target = alias.resolve(document);
  const place = placeOf(source, alias);
  const detail = { ...place, alias: alias.source };
  if (target === undefined) throw inLine(yamlFault.alias(detail), place);
  if (!path.includes(target)) return;
  throw inLine(
    yamlFault['alias-circle']({ ...detail, inside: isMap(target) ? 'map' : 'list' }),
    place,
  );
}

function placeOf({ name, lines }: Source, node: Node | null): InLine {
  const { line, col: column } = lines.linePos(node?.range?.[0] ?? 0);
  return { file: name, line, column };
}

function inLine(told: Told, { file, line, column }: InLine, excerpt = ''): InputError {
  return new InputError(told, { of: `${file}:${line}:${column}`, excerpt });
}

function syntaxError({ name, text, lines }: Source, { message, pos }: YAMLError): InputError {
  const words = message.split('\n')[0]!;
  const { line, col: column } = lines.linePos(pos[0]);
  const place = { file: name, line, column };
  const told = yamlFault.yaml({ ...place, words, isNested: words.startsWith('Nested mappings') });
  return inLine(told, place, excerptOf(text, pos[0], pos[1]));
}

/** The line of an error with carets below it; of a long line only the part around the error. */
function excerptOf(text: string, from: number, to: number): string {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const start = Math.max(lineStart, from - SHOWN);
  const [after = ''] = text.slice(from, from + SHOWN).split(/[\r\n]/, 1);
  const before = `${start > lineStart ? '…' : ''}${text.slice(start, from)}`;
  if ((before + after).trim() === '') return '';
  const isCut = after.length === SHOWN;
  const carets = '^'.repeat(Math.max(1, Math.min(to - from, after.length)));
  return `  ${before}${after}${isCut ? '…' : ''}\n  ${' '.repeat(before.length)}${carets}`;
}

/** A value as YAML without aliases: each object is written out where it occurs. */
export function yamlText(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false });
}
