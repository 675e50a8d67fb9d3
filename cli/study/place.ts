/** Locates errors such as `tables.T5.models[1].vcov` in a study file: line, column and a caret. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { EconError } from '../../bindings/index.js';

/** The text of the file. */
export interface StudySource {
  readonly name: string;
  readonly text: string;
}

/** Maximum characters of a line that a message shows on each side of the place. */
const MOST_SHOWN = 60;

/**
 * Replaces the subject of an error by file, line and column, and adds the line with a caret. An error without a place
 * in the file is returned unchanged.
 */
export function placedError(error: EconError, source: StudySource): EconError {
  const path = pathOf(error);
  if (path === undefined) return error;
  const shown = placeOf(source, path, namesIn(error));
  if (shown === undefined) return error;
  const { of = 'study' } = error.telling;
  const { words, line, column, excerpt } = shown;
  return error.retold({
    of: of === 'study' ? words : `${words}: ${of}`,
    place: { path, file: source.name, line, column },
    excerpt,
  });
}

/** The place of a failed table in words, with its line and a caret. */
export function placeWords(
  source: StudySource,
  path: string,
  name: string | undefined,
): { readonly words: string; readonly excerpt: string } | undefined {
  return placeOf(source, path, name === undefined ? [] : [name]);
}

/** The path in the study that an error is about. */
function pathOf({ code, detail, telling: { of = '' } }: EconError): string | undefined {
  const { path, built } = detail;
  if (path === 'study.only' || path === 'study.required') return undefined; // options, not keys of the file
  if (typeof path === 'string' && of === 'study') return path;
  if (typeof built === 'string') return `build.${built}`;
  if (/^(?:build|panel|append|merge|reshape)\./.test(of)) return of;
  if (typeof detail['file'] === 'string' && code !== 'syntax') return 'data';
  return typeof path === 'string' && /^(panel|append|merge|reshape|data)\b/.test(path)
    ? path
    : undefined;
}

/** Names that the error says it found; the file has one of them near the place. */
function namesIn({ detail }: EconError): readonly string[] {
  return [detail['column'], detail['found'], detail['file']].filter(
    (name) => typeof name === 'string',
  );
}

interface ShownPlace {
  readonly words: string;
  readonly excerpt: string;
  readonly line: number;
  readonly column: number;
}

function placeOf(
  { name, text }: StudySource,
  path: string,
  names: readonly string[],
): ShownPlace | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const range = rangeOf(document, path);
  if (range === undefined) return undefined;
  const offset = namedOffset(document, text, range, names) ?? range[0];
  const { line, col: column } = lines.linePos(offset);
  const start = lines.lineStarts[line - 1] ?? 0;
  const [shown = ''] = text.slice(start).split(/\r?\n/, 1);
  return { words: `${name}:${line}:${column}`, excerpt: caret(shown, column - 1), line, column };
}

type Range = readonly [start: number, end: number];

/** Position of a name: in the part with the error, or in the sets and steps that it refers to. */
function namedOffset(
  document: Document,
  text: string,
  range: Range,
  names: readonly string[],
): number | undefined {
  const parts = [range, rangeOf(document, 'sets'), rangeOf(document, 'build')];
  for (const part of parts) {
    if (part === undefined) continue;
    const written = text.slice(part[0], part[1]);
    for (const name of names) {
      const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const word = new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, 'u');
      const match = word.exec(written);
      if (name !== '' && match !== null) return part[0] + match.index;
    }
  }
  return undefined;
}

/** The range in the file of the last part of the path that exists: a value, or a key without a value. */
function rangeOf(document: Document, path: string): Range | undefined {
  let node: unknown = document.contents;
  let rest = path;
  let range: Range | undefined;
  while (rest !== '') {
    if (isAlias(node)) node = node.resolve(document);
    const step = isMap(node) ? inMap(node.items, rest) : inList(node, rest);
    if (step === undefined) return range;
    ({ node, rest } = step);
    range = step.range ?? range;
  }
  return range;
}

interface Step {
  readonly node: unknown;
  readonly rest: string;
  readonly range: Range | undefined;
}

function inMap(
  items: readonly { readonly key: unknown; readonly value: unknown }[],
  path: string,
): Step | undefined {
  const pairs = items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const word = String(key.value);
    const rest = path.slice(word.length);
    return path.startsWith(word) && /^($|[.[])/.test(rest) ? [{ key, value, word, rest }] : [];
  });
  const [pair] = pairs.sort((a, b) => b.word.length - a.word.length);
  if (pair === undefined) return undefined;
  const rest = pair.rest.replace(/^\./, '');
  const [start, end] = rangeIn(pair.key as Node) ?? [0, 0];
  const value = isNode(pair.value) ? rangeIn(pair.value) : undefined;
  return { node: pair.value, rest, range: [start, value?.[1] ?? end] };
}

function inList(node: unknown, path: string): Step | undefined {
  const [, index, rest = ''] = /^\[(\d+)\]\.?(.*)$/s.exec(path) ?? [];
  if (index === undefined || !isSeq(node)) return undefined;
  const item = node.items[Number(index)];
  return isNode(item) ? { node: item, rest, range: rangeIn(item) } : undefined;
}

function rangeIn(node: Node): Range | undefined {
  return node.range ? [node.range[0], node.range[1]] : undefined;
}

/** The line around the place, with a caret below. */
function caret(line: string, offset: number): string {
  const start = Math.max(0, offset - MOST_SHOWN);
  const end = Math.min(line.length, offset + MOST_SHOWN);
  const [before, after] = [start > 0 ? '...' : '', end < line.length ? '...' : ''];
  const shown = `${before}${line.slice(start, end)}${after}`.replace(/\t/g, ' ');
  const indent = [...shown.slice(0, offset - start + before.length)].length;
  return `  ${shown}\n  ${' '.repeat(indent)}^`;
}
