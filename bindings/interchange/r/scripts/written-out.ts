/** Statements of R that are several: loops over known vectors, and calls of feols() with several models. */
import { MOST_STATEMENT } from '../../bounds.js';
import type { Statement } from '../../reader.js';
import { closing, partsOf, severalFormulas } from '../../static/multiple.js';
import { appliedOver, roundsOf } from './loops.js';
import { defineFormulas, defineText, type Texts, withTexts } from './texts.js';

/** Maximum number of statements that loops run. */
const MOST_STATEMENTS = 20_000;

/** Calls `read` with each statement, as often as loops run it, with the texts of its variables written out. */
export function readWrittenOut(
  statement: Statement,
  texts: Texts,
  read: (statement: Statement) => void,
  run = { count: 0 },
): void {
  if (++run.count > MOST_STATEMENTS || statement.text.length > MOST_STATEMENT)
    return read(statement);
  const rounds = roundsOf(statement, texts);
  if (rounds !== undefined) {
    for (const { statements, name, value } of rounds) {
      texts.set(name, value);
      for (const one of statements) readWrittenOut(one, texts, read, run);
      texts.delete(name);
    }
    return;
  }
  const { line } = statement;
  const applied = appliedOver(statement.text, texts);
  if (applied !== undefined) {
    for (const text of applied) readWrittenOut({ text, line }, texts, read, run);
    return;
  }
  if (defineText(statement.text, texts) || defineFormulas(statement.text, texts)) return;
  const text = withTexts(statement.text, texts);
  const several = severalCalls(text);
  if (several === undefined) return read({ text, line });
  for (const one of several) read({ text: one, line });
}

/** `m <- feols(c(y, z) ~ x, d)` as a statement for each model; undefined for one model. */
function severalCalls(text: string): string[] | undefined {
  const head = /^(?:([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))\s*)?((?:fixest::)?feols)\s*\(/.exec(text);
  if (head === null || closing(text, head[0].length) !== text.length - 1) return undefined;
  const [, target, call] = head;
  const parts = partsOf(text.slice(head[0].length, -1), ',');
  const where = parts.findIndex((part) => /~/.test(part) && !/^(?!fml)[\w.]+\s*=(?!=)/.test(part));
  if (where < 0) return undefined;
  const formula = parts[where]!.replace(/^fml\s*=\s*/, '');
  const formulas = severalFormulas(formula, { text, position: text.indexOf(formula) });
  if (formulas.length < 2) return undefined;
  return formulas.map((one, i) => {
    const args = parts.map((part, k) => (k === where ? one : part)).join(', ');
    const name = target === undefined ? '' : `${target}[["${i + 1}"]] <- `;
    return `${name}${call!}(${args})`;
  });
}
