/** Dummies of a column, and how other programs write their reference level. */
import { callOf, namedArgument, unquoted } from './split.js';

/** `i(year)`, or `i(year, ref=2019)`; the reference keeps its spelling. */
export function dummies(column: string, reference?: string): string {
  return reference === undefined ? `i(${column})` : `i(${column}, ref=${reference})`;
}

/** The reference level in `ref = "2"`, `Treatment(2019)` or `Treatment(reference = 2019)`. */
export function treatment(args: readonly string[]): string | undefined {
  if (args.length !== 1) return undefined;
  const [name, value] = namedArgument(args[0]!) ?? ['', args[0]!];
  if (['ref', 'reference', 'base'].includes(name)) return level(value);
  const call = callOf(value);
  if (call === undefined || !/^(?:contr\.)?treatment$/i.test(call.name)) return undefined;
  if (call.args.length !== 1) return undefined;
  return level(namedArgument(call.args[0]!)?.[1] ?? call.args[0]!);
}

/** A quoted number may also be a level of a numeric column. */
function level(text: string): string {
  const bare = unquoted(text);
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? bare : text;
}
