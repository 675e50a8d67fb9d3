/** The statements of a do-file: without comments, continued lines joined, by lines or by `#delimit ;`. */
import type { Statement } from '../../reader.js';

interface Scan {
  readonly statements: Statement[];
  /** The text of the statement, and its first characters after blanks. */
  text: string;
  head: string;
  line: number;
  /** Line on which the statement begins. */
  first: number;
  delimiter: '\n' | ';';
}

/**
 * Number of characters that are enough to recognize a comment and `#delimit`; inspecting the whole statement for each
 * token would take too long.
 */
const HEAD = 16;

const tokens = /\/\*|\*\/|\/\/\/[^\n]*(?:\n|$)|(?<=^|\s)\/\/[^\n]*|"[^"\n]*"|\n|;|[^"/*\n;]+|[^]/g;

/** Splits a do-file. Line numbers are those of the file. */
export function statementsOf(source: string): Statement[] {
  const scan: Scan = { statements: [], text: '', head: '', line: 1, first: 1, delimiter: '\n' };
  let depth = 0;
  for (const [token] of source.replace(/\r\n?/g, '\n').matchAll(tokens)) {
    if (token === '/*' && !startsStar(scan)) ++depth;
    else if (token === '*/' && depth > 0) --depth;
    else if (depth === 0) read(scan, token);
    scan.line += token.split('\n').length - 1;
  }
  finish(scan);
  return scan.statements;
}

/** True inside a comment that begins with an asterisk, in which nothing else begins. */
function startsStar({ head }: Scan): boolean {
  return head.startsWith('*');
}

function read(scan: Scan, token: string): void {
  if (token.startsWith('///')) {
    if (scan.delimiter === '\n' && startsStar(scan)) finish(scan, 1);
    else scan.text += ' ';
  } else if (token.startsWith('//')) {
    return;
  } else if (token === scan.delimiter) {
    finish(scan, Number(token === '\n'));
  } else {
    if (scan.head === '' && token.trim() !== '') scan.first = scan.line;
    const part = token === '\n' ? ' ' : token;
    scan.text += part;
    if (scan.head.length < HEAD) scan.head = (scan.head + part).trimStart().slice(0, HEAD);
    if (token === '\n' && /^#delimit\b/.test(scan.head)) finish(scan, 1);
  }
}

/** Ends a statement; `lines` is the number of line ends in its delimiter. */
function finish(scan: Scan, lines = 0): void {
  const text = scan.text.trim();
  const { first } = scan;
  scan.text = '';
  scan.head = '';
  scan.first = scan.line + lines;
  const delimit = /^#delimit\s*(;|cr)?/.exec(text);
  if (delimit !== null) scan.delimiter = delimit[1] === ';' ? ';' : '\n';
  else if (text !== '' && !text.startsWith('*')) scan.statements.push({ text, line: first });
}
