import { memoizeByText } from '../../core/values/memo.js';
import type { InputError } from '../../core/errors/errors.js';
import { badCharacter, longText, openQuote } from '../../words/errors/data/syntax.js';
import { type SyntaxCode, syntaxErrorAt } from './syntax-error.js';

/**
 * A word of a formula or filter. `shift` is a run of time operators with its dot, `L2.`, `L(0:2).`, `FD.`; `backquoted`
 * and `string` have their text without quotes.
 */
export interface Token {
  readonly kind: 'shift' | 'name' | 'backquoted' | 'number' | 'string' | 'symbol' | 'end';
  readonly text: string;
  readonly offset: number;
}

/** The pattern of each kind of token; the combined pattern has one group per kind, in this order. */
const kinds = {
  blank: /\s+/,
  shift: /(?:[LFD](?:\d+|\(\s*\d+\s*(?::\s*\d+\s*)?\))?)+\./,
  name: /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.+[\p{L}\p{M}\p{N}_]+)*/u,
  backquoted: /`[^`]+`/,
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/,
  string: /"[^"]*"|'[^']*'/,
  symbol: /==|!=|<=|>=|&&|\|\||[~+\-*/^:|(),=<>![\]]/,
} as const;

/** Maximum characters of a formula, filter or expression; each word takes about a microsecond. */
const maxLength = 500_000;

const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];

/**
 * The pattern of a token, compiled when it is first needed, as that takes a millisecond. In a formula a word such as
 * `l.x` or `i.g` may be an idiom, so names end at a dot.
 */
const patternOf = memoizeByText((code) => {
  const name = code === 'formula-syntax' ? /[\p{L}_][\p{L}\p{M}\p{N}_]*/u : kinds.name;
  const groups = Object.values({ ...kinds, name }).map(({ source }) => `(${source})`);
  return new RegExp(groups.join('|'), 'uy');
});

/**
 * The tokens of `text`, the last of kind `end`. A name in an expression may have dots inside, as in R.
 *
 * @throws InputError with `code` at a character that cannot start a token, or for more than 500,000 characters
 */
export function tokenize(text: string, code: SyntaxCode): Token[] {
  if (text.length > maxLength) {
    const place = { text: text.slice(0, maxLength), offset: 0 };
    throw syntaxErrorAt(place, code, longText({ most: maxLength, found: text.length }));
  }
  const pattern = patternOf(code);
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match === null) throw unreadable(text, offset, code);
    const kind = kindNames[match.indexOf(match[0], 1) - 1]!;
    if (kind !== 'blank') tokens.push(toToken(kind, match[0], offset));
    offset += match[0].length;
  }
  tokens.push({ kind: 'end', text: '', offset });
  return tokens;
}

function toToken(kind: Token['kind'], source: string, offset: number): Token {
  const quoted = kind === 'backquoted' || kind === 'string';
  return { kind, text: quoted ? source.slice(1, -1) : source, offset };
}

function unreadable(text: string, offset: number, code: SyntaxCode): InputError {
  const [character] = text.slice(offset);
  const place = { text, offset };
  if (character === '`' || character === '"' || character === "'") {
    return syntaxErrorAt(place, code, openQuote({ quote: character }));
  }
  return syntaxErrorAt(place, code, badCharacter({ character: character! }));
}
