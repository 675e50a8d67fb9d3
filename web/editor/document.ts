/** A YAML text, and where in it the keys are. */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { words } from '../words/words.js';

export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Something to underline. */
export interface TextFault extends Place {
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface ParsedText {
  readonly document: Document;
  readonly faults: readonly TextFault[];
}

export function parseText(text: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const say = words.peek().text.yaml;
  const faults = document.errors.map(({ code, message, pos: [from, to] }): TextFault => {
    const { line, col } = lines.linePos(from);
    return { from, to, message: `${line}:${col} ${say(code, message)}`, severity: 'error' };
  });
  return { document, faults };
}

type Step = string | number;

/** The place of the value at a path, or of the last key on the way to it that the text has. */
export function placeOf(document: Document, path: readonly Step[]): Place {
  let node: unknown = document.contents;
  let place: Place = { from: 0, to: 0 };
  for (const step of path) {
    const key = isMap(node)
      ? node.items.find((pair) => nameOf(pair.key) === String(step))
      : undefined;
    const next = isMap(node) ? key?.value : isSeq(node) ? node.items[Number(step)] : undefined;
    place = rangeOf(next) ?? rangeOf(key?.key) ?? place;
    node = next;
  }
  return place;
}

/** The place of a word within a place of the text; the whole place if it is not there. */
export function placeOfWord(text: string, { from, to }: Place, word: string | undefined): Place {
  const start = word === undefined ? -1 : text.slice(from, to).search(wholeWord(word));
  return start < 0 ? { from, to } : { from: from + start, to: from + start + word!.length };
}

const wholeWord = (word: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}_])${word.replaceAll(/[^\p{L}\p{N}_]/gu, '\\$&')}(?![\\p{L}\\p{N}_])`,
    'u',
  );

const nameOf = (key: unknown) => (isScalar(key) ? String(key.value) : String(key));

function rangeOf(node: unknown): Place | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range ? { from: range[0], to: range[1] } : undefined;
}
