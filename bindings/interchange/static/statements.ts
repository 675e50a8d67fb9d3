/** The statements of scripts of R and Python with their lines. */
import type { Statement } from '../reader.js';

const strings = {
  '"': String.raw`"(?:[^"\\]|\\.)*"`,
  "'": String.raw`'(?:[^'\\]|\\.)*'`,
  '`': '`[^`]*`',
} as const;

type Quote = keyof typeof strings;

/** A backslash at the end of a line of Python, as a blank that counts the line. */
const continued = '\v';

/** Characters after which a statement continues on the next line. */
const goesOn = /(?:~|\+|\||<-|=|,|%>%|\|>)$/;
/** Maximum length of these. */
const TAIL = 3;

/** A statement ends at a line end or semicolon outside brackets, unless an operator follows. `#` begins a comment. */
export function bracketStatements(text: string): Statement[] {
  const statements: Statement[] = [];
  let depth = 0;
  let line = 1;
  let first = 1;
  let statement = '';
  /** The last characters of the statement, without trailing blanks; '' if there are only blanks. */
  let tail = '';
  const finish = () => {
    if (tail !== '') statements.push({ text: statement.trim(), line: first });
    statement = '';
    tail = '';
  };
  for (const symbol of symbolsIn(text.replace(/\r\n?/g, '\n').replace(/\\\n/g, continued))) {
    const lines = symbol.split(/[\n\v]/).length - 1;
    if (!symbol.startsWith('#')) {
      if (/^[([{]$/.test(symbol)) ++depth;
      if (/^[)\]}]$/.test(symbol)) --depth;
      if (tail === '' && symbol.trim() !== '') first = line;
      const ends = /^[;\n]$/.test(symbol) && depth <= 0 && !goesOn.test(tail);
      if (ends) finish();
      else {
        statement += symbol;
        tail = (tail + symbol).trimEnd().slice(-TAIL);
      }
    }
    line += lines;
  }
  finish();
  return statements;
}

/** Strings, comments, brackets, line ends and the texts between them. */
function* symbolsIn(text: string): Generator<string> {
  let closed = Object.keys(strings) as Quote[];
  let pattern = symbolsWith(closed);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [symbol] = match;
    yield symbol;
    if (!closed.includes(symbol as Quote)) continue;
    // After a quote that never closes, no further quote is searched for: each search would go to the end.
    const { lastIndex } = pattern;
    closed = closed.filter((quote) => quote !== symbol);
    pattern = symbolsWith(closed);
    pattern.lastIndex = lastIndex;
  }
}

function symbolsWith(closed: readonly Quote[]): RegExp {
  const others = /#[^\n]*|[([{]|[)\]}]|[;\n]|[^"'`#([{)\]};\n]+|["'`]/.source;
  return new RegExp([...closed.map((quote) => strings[quote]), others].join('|'), 'g');
}
