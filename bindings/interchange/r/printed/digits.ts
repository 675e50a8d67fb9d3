/** Digits of tables of R and Python. */
import type { Digits, TableKeys } from '../../study/table.js';
import type { TableArguments, Family } from './arguments.js';

const usual: Readonly<Partial<Record<Family, number>>> = { texreg: 2, statsmodels: 4 };

export function digitsOf(family: Family, args: TableArguments): TableKeys['digits'] {
  if (family === 'fixest') return digitsOfFixest(args);
  const name = ['digits', 'fmt', 'float_format', 'number_format'].find((one) => args.has(one));
  const text = name === undefined ? undefined : args.get(name)!;
  const plain = usual[family] ?? 3;
  if (text === undefined) return plain;
  const parts = /^list\s*\(\s*estimate\s*=\s*(\d+)\s*,\s*std\.error\s*=\s*(\d+)\s*\)$/.exec(text);
  if (parts !== null) return { estimate: Number(parts[1]), error: Number(parts[2]), stats: 3 };
  const digits = digitsIn(text);
  if (digits === undefined) args.lose(name!);
  return digits ?? plain;
}

/** `2`, `"%.2f"`, `fmt_decimal(2)` or `fmt_significant(3)`. */
function digitsIn(text: string): Digits | undefined {
  const [, decimals] =
    /^(?:(\d)L?|["']%\d*\.(\d)f["']|fmt_decimal\(\s*(?:digits\s*=\s*)?(\d)\s*\))$/
      .exec(text)
      ?.filter((one) => one !== undefined) ?? [];
  if (decimals !== undefined) return Number(decimals);
  const [, significant] = /^fmt_significant\(\s*(?:digits\s*=\s*)?(\d)\s*\)$/.exec(text) ?? [];
  return significant === undefined ? undefined : { significant: Number(significant) };
}

/** etable() rounds to significant digits, unless `digits = "r3"` says decimals. */
function digitsOfFixest(args: TableArguments): TableKeys['digits'] {
  const read = (name: string, other: number): Digits => {
    const [, letter, digits] = /^["']?([rs]?)(\d)["']?$/.exec(args.get(name) ?? `${other}`) ?? [];
    if (digits === undefined) args.lose(name);
    const number = Number(digits ?? other);
    return letter === 'r' ? number : { significant: number };
  };
  const digits = read('digits', 4);
  return { estimate: digits, error: digits, stats: read('digits.stats', 5) };
}
