/** Functions of R over groups, whose arguments are functions or vectors: `ave()` and `Winsorize()`. */
import type { Reader } from '../reader.js';
import type { Operand } from './filter.js';

export const summaries = ['mean', 'sd', 'min', 'max', 'median', 'sum'];

/** The summary, missing where a value of the group is, unless missing values are removed. */
export function strict(whole: Extract<Operand, { kind: 'summary' }>, removes: boolean): Operand {
  if (removes) return whole;
  const { of, by } = whole;
  const [left, right] = [of, undefined].map((one): Operand => ({
    kind: 'summary',
    name: 'count',
    of: one,
    by,
  }));
  return {
    kind: 'choice',
    test: { kind: 'compare', operator: '==', left: left!, right: right! },
    yes: whole,
  };
}

/** Where a call stands, after its opening parenthesis. */
interface Call {
  readonly reader: Reader;
  readonly frame: string | undefined;
}

/** `ave(x, g, FUN = function(z) mean(z, na.rm = TRUE))`. */
export function average({ reader, frame }: Call, text: string): Operand | undefined {
  const [whole, of, columns, body = 'mean'] =
    /^\s*([\w.$]+)\s*,\s*([\w.$\s,]+?)\s*(?:,\s*FUN\s*=\s*((?:function\s*\(\w+\)|\\\(\w+\))\s*\w+\([^()]*\)|\w+)\s*)?\)/.exec(
      text,
    ) ?? [];
  const fun = /(\w+)(?:\([^()]*\))?$/.exec(body)?.[1] ?? '';
  if (whole === undefined || !summaries.includes(fun)) return undefined;
  reader.position += whole.length;
  const bare = (name: string) => name.trim().replace(`${frame ?? ''}$`, '');
  const by = columns!.split(',').map(bare);
  const value: Operand = { kind: 'column', name: bare(of!) };
  return strict({ kind: 'summary', name: fun, of: value, by }, /na\.rm\s*=\s*T/.test(body));
}

/** `Winsorize(x, probs = c(0.01, 0.99))` and `Winsorize(x, val = quantile(x, probs = c(0.01, 0.99), na.rm = TRUE))`. */
export function winsorized(
  { reader, frame }: Call,
  by: readonly string[],
  text: string,
): Operand | undefined {
  const [whole, of, low = '0.05', high = '0.95'] =
    /^\s*([\w.$]+)\s*(?:,[^]*?c\(\s*([\d.]+)\s*,\s*([\d.]+)\s*\)[^()]*\)?[^()]*)?\)/.exec(text) ??
    [];
  if (whole === undefined) return undefined;
  reader.position += whole.length;
  const percent = (share: string) => String(Number((100 * Number(share)).toPrecision(12)));
  const value: Operand = { kind: 'column', name: of!.replace(`${frame ?? ''}$`, '') };
  return {
    kind: 'summary',
    name: 'winsor',
    of: value,
    options: `${percent(low)}, ${percent(high)}`,
    by,
  };
}
