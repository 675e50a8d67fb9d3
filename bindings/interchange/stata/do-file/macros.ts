/** Local and global macros of a do-file, if their value is a text. */
import { InputError } from '../../../core/errors/errors.js';
import { checkStatement } from '../../bounds.js';
import { failure } from '../../reader.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';

export interface Macros {
  /** Undefined for a macro whose value the do-file computes. */
  readonly locals: Map<string, string | undefined>;
  readonly globals: Map<string, string | undefined>;
}

export function noMacros(): Macros {
  return { locals: new Map(), globals: new Map() };
}

/** Reads `local controls x1 x2` and `global y = ...`; false for another statement. */
export function defineMacro(text: string, macros: Macros): boolean {
  const [, ...temporary] = /^tempvar\s+[\w\s]+$/.test(text) ? text.trim().split(/\s+/) : [];
  for (const name of temporary) macros.locals.set(name, `tmp_${name}`);
  const step = /^loc(?:al?)?\s+(\+\+|--)(\w+)$/.exec(text);
  if (step !== null) {
    const before = macros.locals.get(step[2]!);
    const after = before === undefined ? undefined : sumOf(`${before} ${step[1]![0]!} 1`);
    macros.locals.set(step[2]!, after);
    return true;
  }
  const definition = /^(loc(?:al?)?|gl(?:o(?:b(?:al?)?)?)?)\s+(\w+)\s*(=|:)?\s*([^]*)$/.exec(text);
  if (definition === null) return temporary.length > 0;
  const [, kind, name, sign, value] = definition;
  const table = kind!.startsWith('l') ? macros.locals : macros.globals;
  const plain = /^(?:`"([^]*)"'|"([^]*)")$/.exec(value!);
  const written = plain === null ? value! : (plain[1] ?? plain[2]!);
  table.set(name!, undefined);
  const literal = sign === undefined || (sign === '=' && plain !== null);
  const known = definedText(written, macros);
  if (sign === '=' && plain === null)
    table.set(name!, known === undefined ? undefined : sumOf(known));
  else table.set(name!, literal ? known : undefined);
  return true;
}

/** The text with its macros as they are now, and nothing for those that were never defined. */
function definedText(text: string, { locals, globals }: Macros): string | undefined {
  let isKnown = true;
  const expanded = text.replace(uses, (_, local: string | undefined, braced, bare) => {
    const [table, name] =
      local === undefined ? [globals, (braced ?? bare) as string] : [locals, local];
    if (table.has(name) && table.get(name) === undefined) isKnown = false;
    return table.get(name) ?? '';
  });
  if (!isKnown) return undefined;
  checkStatement(expanded);
  return expanded;
}

/** The number that `2 + 1` is; undefined for other expressions. */
function sumOf(text: string): string | undefined {
  const [, first, rest] = /^\s*(-?[\d.]+)((?:\s*[-+*]\s*\d+)*)\s*$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  if (rest!.trim() === '') return first;
  const terms = [...rest!.matchAll(/([-+*])\s*(\d+)/g)];
  if (terms.length > 1) return undefined;
  const [, sign, digits] = terms[0]!;
  const [a, b] = [Number(first), Number(digits)];
  return String(sign === '+' ? a + b : sign === '-' ? a - b : a * b);
}

/** The text with its macros, or as it is if one has no value. */
export function knownMacros(text: string, macros: Macros): string {
  try {
    return expandMacros(text, macros);
  } catch (error) {
    if (error instanceof InputError) return text;
    throw error;
  }
}

const uses = /`(\w+)'|\$\{(\w+)\}|\$(\w+)/g;
/** Macros in macros; a macro that contains itself has no value. */
const maxDepth = 20;

/**
 * The text with its macros expanded.
 *
 * @throws InputError `command-syntax` for a macro without a value, and for a statement that becomes too long
 */
export function expandMacros(text: string, macros: Macros): string {
  let expanded = text;
  for (let depth = 0; depth < maxDepth; ++depth) {
    const before = expanded;
    expanded = before.replace(uses, (whole, local: string | undefined, braced, bare) => {
      const value =
        local === undefined
          ? macros.globals.get((braced ?? bare) as string)
          : macros.locals.get(local);
      if (value !== undefined) return value;
      const problem = commandProblem['no-value-macro']({ macro: whole });
      throw failure({ text, position: 0 }, problem, Math.max(0, text.indexOf(whole)));
    });
    if (expanded === before) return expanded;
    checkStatement(expanded); // nested macros can double the text each time
  }
  throw failure({ text, position: 0 }, commandProblem['circular-macro']());
}
