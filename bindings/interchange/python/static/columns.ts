/** Columns that a script of Python makes: `df["ly"] = np.log(df["y"])`, `df["f"] = df["g"].astype("category")`. */
import {
  codesOf,
  copyOf,
  type Derived,
  factorOf,
  meaningOf,
  type Made,
  termOf,
} from '../../derived.js';
import { pythonColumn } from '../../filters/python-values.js';
import { type MadeColumns, type ScriptFrame, withMadeColumns } from '../../static/frame.js';
import { termText } from '../../static/wilkinson.js';
import { pythonDialect } from './arguments.js';
import { decimalsCut, levelsAsTexts } from '../../../words/errors/interchange/notes.js';

const dialect = { ...pythonDialect, factors: [], quotes: [] };
const name = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** The meaning of `expression` in columns of the data frame `frame`. */
function madeBy(
  expression: string,
  frame: string,
  derived: Derived | undefined,
  line: number,
): Made {
  const [, parameter, body] = /^lambda\s+(\w+)\s*:\s*([^]*)$/.exec(expression.trim()) ?? [];
  const plain = withoutFrame(body ?? expression, parameter ?? frame).replace(
    /\.(?:copy\(\s*\)|values\b)$/,
    '',
  );
  if (name.test(plain)) return copyOf(plain, derived, line);
  return converted(plain, derived, line) ?? termOf(termText(plain, dialect), derived, line);
}

/** A column of another type; undefined for another expression. */
function converted(text: string, derived: Derived | undefined, line: number): Made | undefined {
  const codes =
    /^(\w+)\.astype\(\s*["']category["']\s*\)\.cat\.codes$/.exec(text) ??
    /^(\w+)\.cat\.codes$/.exec(text) ??
    /^pd\.factorize\(\s*(\w+)\s*\)\[0\]$/.exec(text);
  if (codes !== null) return codesOf(codes[1]!, derived, line);
  const categories = /^(?:pd|pandas)\.Categorical\(\s*(\w+)\s*\)$/.exec(text)?.[1];
  if (categories !== undefined) return factorOf(categories, derived, line);
  const [, column, type] = /^(\w+)\.astype\(\s*([^()]+?)\s*\)$/.exec(text) ?? [];
  return column === undefined ? undefined : typed(column, type!, derived, line);
}

/** The column with another type. */
export function typed(
  column: string,
  type: string,
  derived: Derived | undefined,
  line: number,
): Made {
  const word = type.replace(/^["']|["']$|^np\.|^pd\./g, '');
  if (word === 'category') return factorOf(column, derived, line);
  if (['str', 'string', 'object'].includes(word)) {
    const note = levelsAsTexts({ call: `astype(${word})`, column });
    return { ...factorOf(column, derived, line), note };
  }
  if (meaningOf(derived, column)?.term?.startsWith('i(') === true) return { line };
  if (/^float(?:16|32|64)?$/.test(word)) return copyOf(column, derived, line);
  if (!/^u?int(?:8|16|32|64)?$/i.test(word)) return { line };
  const note = decimalsCut({ call: `astype(${word})`, column });
  return { ...copyOf(column, derived, line), note };
}

/** Writes `df["y"]` and `df.y` as `y`. A column of another data frame is left unchanged. */
function withoutFrame(expression: string, frame: string): string {
  return expression
    .trim()
    .replace(
      /\b([A-Za-z_]\w*)\[\s*(["'])([^"'\n]+)\2\s*\]/g,
      (whole, of: string, _, inside: string) =>
        of === frame && name.test(inside) ? inside : whole,
    )
    .replace(new RegExp(`\\b${frame}\\.(?=[A-Za-z_])`, 'g'), '');
}

/** The frame with columns made, and whether all of them are translated. */
export function withColumns(
  frame: ScriptFrame,
  columns: readonly (readonly [name: string, expression: string])[],
  of: string,
  line: number,
): MadeColumns {
  return withMadeColumns(frame, columns, {
    line,
    madeBy: (expression, derived) => madeBy(expression, of, derived, line),
    valueOf: (expression, rows) => {
      const [, parameter = of, body = expression] =
        /^lambda\s+(\w+)\s*:\s*([^]*)$/.exec(expression.trim()) ?? [];
      return pythonColumn({ text: body, position: 0 }, parameter, rows);
    },
  });
}
