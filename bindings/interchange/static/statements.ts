/** The statements of scripts of R and Python with their lines. */
import type { Statement } from '../script.js';

const symbols =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|[([{]|[)\]}]|[;\n]|[^"'`#([{)\]};\n]+|["'`]/g;

/** A backslash at the end of a line of Python, as a blank that counts the line. */
const continued = '\v';

/** A statement ends at a line end or semicolon outside brackets, unless an operator follows. `#` begins a comment. */
export function bracketStatements(text: string): Statement[] {
  const statements: Statement[] = [];
  let depth = 0;
  let line = 1;
  let first = 1;
  let statement = '';
  const finish = () => {
    if (statement.trim() !== '') statements.push({ text: statement.trim(), line: first });
    statement = '';
  };
  for (const [symbol] of text
    .replace(/\r\n?/g, '\n')
    .replace(/\\\n/g, continued)
    .matchAll(symbols)) {
    const lines = symbol.split(/[\n\v]/).length - 1;
    if (!symbol.startsWith('#')) {
      if (/^[([{]$/.test(symbol)) ++depth;
      if (/^[)\]}]$/.test(symbol)) --depth;
      if (statement.trim() === '' && symbol.trim() !== '') first = line;
      const ends =
        /^[;\n]$/.test(symbol) && depth <= 0 && !/(?:~|\+|\||<-|=|,|%>%|\|>)\s*$/.test(statement);
      if (ends) finish();
      else statement += symbol;
    }
    line += lines;
  }
  finish();
  return statements;
}
