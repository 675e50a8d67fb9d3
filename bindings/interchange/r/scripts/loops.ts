/** Loops of R over vectors that a script writes out: `for`, `lapply()` and `map()`. */
import type { Statement } from '../../reader.js';
import { bracketStatements } from '../../static/statements.js';
import { closing, partsOf } from '../../static/multiple.js';
import { listedValues, type Texts, withTexts } from './texts.js';

/** A round of a loop: its statements, with the texts that it has. */
export interface Round {
  readonly statements: readonly Statement[];
  readonly name: string;
  readonly value: string;
}

/** The rounds of `for (y in c("a", "b")) { ... }`; undefined for another statement, and for values that are not known. */
export function roundsOf({ text, line }: Statement, texts: Texts): Round[] | undefined {
  const head = /^for\s*\(\s*([A-Za-z.][\w.]*)\s+in\s+/.exec(text);
  if (head === null) return undefined;
  const end = closing(text, head[0].length);
  const values = listedValues(withTexts(text.slice(head[0].length, end), texts));
  if (values === undefined) return undefined;
  const body = text.slice(end + 1).trim();
  const inner = /^\{([^]*)\}$/.exec(body)?.[1] ?? body;
  const offset = line + text.slice(0, text.indexOf(inner, end)).split('\n').length - 2;
  const statements = bracketStatements(inner).map((one) => ({ ...one, line: one.line + offset }));
  return values.map((value) => ({ statements, name: head[1]!, value }));
}

/** `m <- lapply(c("a", "b"), function(y) lm(...))` as a statement for each value; undefined for another statement. */
export function appliedOver(text: string, texts: Texts): string[] | undefined {
  const [, target = '', call] =
    /^(?:([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))\s*)?(?:lapply|map|purrr::map)\s*\(([^]*)\)$/.exec(
      text,
    ) ?? [];
  if (call === undefined) return undefined;
  const [list, body, ...others] = partsOf(call, ',');
  const values = list === undefined ? undefined : listedValues(withTexts(list, texts));
  const [, name = '.x', inner] =
    /^(?:(?:function|\\)\s*\(\s*([A-Za-z.][\w.]*)\s*\)|~)\s*\{?([^]*?)\}?$/.exec(body ?? '') ?? [];
  if (values === undefined || inner === undefined || others.length > 0) return undefined;
  return values.map((value) => {
    const written = withTexts(inner.trim(), new Map([...texts, [name, value]]));
    return target === '' ? written : `${target}[["${value.replace(/["']/g, '')}"]] <- ${written}`;
  });
}
