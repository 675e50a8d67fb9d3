/** Columns that a script of R makes: `d$ly <- log(d$y)`, `mutate(d, f = factor(g))`. */
import {
  codesOf,
  copyOf,
  type Derived,
  factorOf,
  meaningOf,
  type Made,
  termOf,
} from '../../derived.js';
import { type MadeColumns, type ScriptFrame, withMadeColumns } from '../../static/frame.js';
import { rColumn } from '../../filters/r-values.js';
import { bracketStatements } from '../../static/statements.js';
import { termText } from '../../static/wilkinson.js';
import { rDialect } from './formula.js';
import { decimalsCut, levelsAsTexts } from '../../../words/errors/interchange/notes.js';

/** How to read a column of a data frame: R's lags are not by period, and factors are handled separately. */
const dialect = {
  ...rDialect,
  factors: ['factor', 'as.factor'],
  lags: [],
  leads: [],
  differences: [],
};

const name = /^(?:[\p{L}.][\p{L}\p{N}_.]*|`[^`]+`)$/u;

/** The meaning of `expression`; columns may be written with the name of their data frame. */
function madeBy(
  expression: string,
  frame: string | undefined,
  derived: Derived | undefined,
  line: number,
): Made {
  const plain = withoutFrame(expression, frame);
  if (name.test(plain)) return copyOf(bare(plain), derived, line);
  const call = /^(?:[\w.]+::)?([\w.]+)\(\s*([^(),]+?)\s*\)$/.exec(plain);
  if (call !== null && name.test(call[2]!)) {
    const made = converted(call[1]!, bare(call[2]!), derived, line);
    if (made !== undefined) return made;
  }
  return termOf(termText(plain, dialect), derived, line);
}

/** A column of another type; undefined for another function. */
function converted(
  call: string,
  column: string,
  derived: Derived | undefined,
  line: number,
): Made | undefined {
  const isFactor = meaningOf(derived, column)?.term?.startsWith('i(') === true;
  switch (call) {
    case 'factor':
    case 'as.factor':
    case 'as_factor':
      return factorOf(column, derived, line);
    case 'as.character': {
      const note = levelsAsTexts({ call: `${call}()`, column });
      return { ...factorOf(column, derived, line), note };
    }
    case 'as.numeric':
    case 'as.double':
      return isFactor ? codesOf(column, derived, line) : copyOf(column, derived, line);
    case 'as.integer': {
      const note = decimalsCut({ call: `${call}()`, column });
      return isFactor ? codesOf(column, derived, line) : { ...copyOf(column, derived, line), note };
    }
    default:
      return undefined;
  }
}

/** `d$y`, `d[["y"]]` and `.data$y` as `y`. */
function withoutFrame(expression: string, frame: string | undefined): string {
  const [, assigned = expression] = /^\(([^()]*)\)$/.exec(expression.trim()) ?? [];
  return assigned
    .trim()
    .replace(
      /([A-Za-z.][\w.]*)\s*(?:\$\s*|\[\[\s*(["'])([^"']+)\2\s*\]\])/g,
      (whole, of: string, _, inside?: string) =>
        of === frame || of === '.data' || frame === undefined ? (inside ?? '') : whole,
    );
}

function bare(text: string): string {
  return text.replace(/`/g, '');
}

/** The frame with `f = factor(g), ly = log(y)`. */
export function withColumns(
  frame: ScriptFrame,
  columns: readonly (readonly [name: string, expression: string])[],
  of: string | undefined,
  line: number,
): MadeColumns {
  return withMadeColumns(frame, columns, {
    line,
    madeBy: (expression, derived) => madeBy(expression, of, derived, line),
    valueOf: (expression, rows) => rColumn({ text: expression, position: 0 }, of, rows),
  });
}

/** `f <- factor(g); ly <- log(y)` in the braces of within(); undefined for other statements. */
export function assignments(text: string): [string, string][] | undefined {
  const inner = /^\{([^]*)\}$/.exec(text.trim())?.[1] ?? text;
  const pairs = bracketStatements(inner).map((statement) =>
    /^([\p{L}.][\p{L}\p{N}_.]*)\s*(?:<-|=(?!=))\s*([^]+)$/u.exec(statement.text),
  );
  if (pairs.some((pair) => pair === null)) return undefined;
  return pairs.map((pair): [string, string] => [pair![1]!, pair![2]!]);
}
