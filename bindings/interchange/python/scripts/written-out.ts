/** Statements of Python with loops over known lists written out. */
import type { Statement } from '../../reader.js';
import { severalFormulas } from '../../static/multiple.js';
import { defineText, listedValues, type Texts, withTexts } from './texts.js';

/** A statement, and whether it is in a block that is not run. */
export interface WrittenOut extends Statement {
  readonly inBlock?: true;
}

interface Indented {
  readonly statement: Statement;
  readonly indent: number;
}

/** Maximum number of statements that loops run. */
const MOST_STATEMENTS = 20_000;

/** The statements as often as loops run them, with the texts of variables written out. */
export function writtenOut(text: string, statements: readonly Statement[]): WrittenOut[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const indented = statements.map((statement) => ({
    statement,
    indent: /^[ \t]*/.exec(lines[statement.line - 1] ?? '')![0].length,
  }));
  const written: WrittenOut[] = [];
  const least = indented.reduce((one, { indent }) => Math.min(one, indent), Infinity);
  run(indented, least, new Map(), written);
  return written;
}

function run(
  statements: readonly Indented[],
  level: number,
  texts: Texts,
  written: WrittenOut[],
): void {
  for (let i = 0; i < statements.length && written.length < MOST_STATEMENTS; ++i) {
    const { statement, indent } = statements[i]!;
    let end = i + 1;
    while (end < statements.length && statements[end]!.indent > indent) ++end;
    const body = statements.slice(i + 1, end);
    const [, name, list] = /^for\s+(\w+)\s+in\s+([^]+?)\s*:$/.exec(statement.text) ?? [];
    const values = list === undefined ? undefined : listedValues(withTexts(list, texts));
    if (values !== undefined) {
      for (const value of values) {
        texts.set(name!, value);
        run(body, level, texts, written);
      }
      texts.delete(name!);
      i = end - 1;
    } else if (body.length > 0) {
      for (const one of [statements[i]!, ...body])
        written.push({ ...one.statement, inBlock: true });
      i = end - 1;
    } else {
      written.push(...plain(statement, texts));
    }
  }
}

function plain({ text, line }: Statement, texts: Texts): WrittenOut[] {
  if (defineText(text, texts)) return [];
  const whole = withTexts(text, texts);
  return severalCalls(whole).map((one) => ({ text: one, line }));
}

/** `m = pf.feols("y + z ~ csw(a, b)", df)` as a statement for each model. */
function severalCalls(text: string): string[] {
  const [whole, head, formula] =
    /^((?:[A-Za-z_]\w*\s*=\s*)?(?:\w+\.)?feols\(\s*(?:fml\s*=\s*)?)"([^"]*)"/.exec(text) ?? [];
  if (whole === undefined) return [text];
  const [left = '', right] = formula!.split('~');
  const outcomes = left.split('+').map((one) => one.trim());
  const listed =
    right === undefined || outcomes.length < 2 ? formula! : `c(${outcomes.join(', ')}) ~${right}`;
  const formulas = severalFormulas(listed, { text, position: head!.length });
  if (formulas.length < 2) return [text];
  const [, target] = /^([A-Za-z_]\w*)\s*=/.exec(head!) ?? [];
  const call = head!.replace(/^[A-Za-z_]\w*\s*=\s*/, '');
  return formulas.map((one, i) => {
    const name = target === undefined ? '' : `${target}["${i + 1}"] = `;
    return `${name}${call}"${one}"${text.slice(whole.length)}`;
  });
}
