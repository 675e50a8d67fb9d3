/** `test`, `lincom` and `margins` of Stata with the names of coefficients as results have them. */
import type { PlainNote } from '../../../words/errors/interchange/notes.js';
import type { AfterKeys } from '../../study/tests.js';
import type { Law } from '../../study/test-calls.js';
import { type NameOf, stataTerm } from '../../study/terms.js';
import { optionMap, partsOf, wordsOf } from './parts.js';

/** A statement after estimates, and the coefficients in it. */
export interface Post {
  readonly keys: AfterKeys;
  readonly terms?: readonly string[];
  /** Its distribution; undefined for that of the model. */
  readonly law?: Law;
}

/** Why a command has no table: an option, or a sentence. */
export type Refused = { readonly option: string } | { readonly why: PlainNote };

/** The option that is not among those of a command; undefined if it has no other. */
function strange(
  options: ReadonlyMap<string, string>,
  known: readonly string[],
): Refused | undefined {
  const option = [...options.keys()].find((name) => !known.includes(name));
  return option === undefined ? undefined : { option };
}

interface Written {
  readonly sides: readonly string[];
  readonly terms: readonly string[];
}

const factor = String.raw`(?:(?:\d+[bno]*|[LFDScio]\d*)\.)?[A-Za-z_]\w*`;
const coefficients = new RegExp(
  String.raw`_b\[([^\]]+)\]|(?<![\w.])(${factor}(?:##?${factor})*)`,
  'g',
);

/** The sides of `_b[L.x] + 2*z = 1` with names as in results; undefined for others, and for terms of several levels. */
function sidesOf(text: string, nameOf: NameOf): Written | undefined {
  const terms: string[] = [];
  const sides = text.split(/={1,2}/).map((side) =>
    side.trim().replace(coefficients, (_, inside: string | undefined, word: string) => {
      terms.push(stataTerm(inside ?? word, nameOf));
      return terms.at(-1)!;
    }),
  );
  const rest = text.replace(coefficients, '');
  const isRead = /^[\d.+\-*/^()\s=]*$/.test(rest) && terms.length > 0 && !sides.includes('');
  return isRead && terms.every((term) => !term.startsWith('/')) ? { sides, terms } : undefined;
}

function whole(parts: readonly (Written | undefined)[]): readonly Written[] | undefined {
  return parts.length === 0 || parts.includes(undefined) ? undefined : (parts as Written[]);
}

/** Texts in parentheses that stand side by side, `(x = 1) (z = 2)`; undefined for another text. */
function inParentheses(text: string): string[] | undefined {
  const groups = [...text.matchAll(/\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, inside]) => inside!);
  const isWhole = /^(?:\((?:[^()]|\([^()]*\))*\)\s*)+$/.test(text);
  return isWhole ? groups : undefined;
}

/** `test x z`, `test x = z` and `test (x = 1) (z = 2)` as a joint hypothesis. */
export function hypothesesOf(rest: string, nameOf: NameOf): Post | Refused | undefined {
  const { body, options, condition } = partsOf(rest);
  const other = strange(optionMap(options), []);
  if (other !== undefined || condition !== undefined) return other;
  const groups = inParentheses(body);
  const listed = groups ?? (body.includes('=') ? [body] : wordsOf(body));
  const parts = listed.flatMap((part) => (part.includes('=') ? [part] : wordsOf(part)));
  const written = whole(parts.map((part) => sidesOf(part, nameOf)));
  if (written === undefined) return undefined;
  const hypotheses = written.flatMap(({ sides }) =>
    sides.length === 1
      ? [`${sides[0]!} = 0`]
      : sides.slice(1).map((side, i) => `${sides[i]!} = ${side}`),
  );
  return { keys: { hypotheses }, terms: written.flatMap(({ terms }) => terms) };
}

/** `testnl _b[x]*_b[z] = 1`; several equations are a joint test, which no table has. */
export function nonlinearOf(rest: string, nameOf: NameOf): Post | Refused | undefined {
  const several = (inParentheses(partsOf(rest).body) ?? []).length > 1;
  return several ? { why: 'joint-nonlinear' } : functionsOf(rest, nameOf);
}

/** `nlcom (a: _b[x]/_b[z])`, which takes z after every command. */
export function combinationsOf(rest: string, nameOf: NameOf): Post | Refused | undefined {
  const post = functionsOf(rest, nameOf);
  return post !== undefined && 'keys' in post ? { ...post, law: 'z' } : post;
}

/** `lincom x + z`, and functions of coefficients. */
export function functionsOf(rest: string, nameOf: NameOf): Post | Refused | undefined {
  const { body, options } = partsOf(rest);
  const given = optionMap(options);
  const level = Number(given.get('level') ?? 0);
  const other = strange(given, ['level']);
  if (other !== undefined) return other;
  const parts = (inParentheses(body) ?? [body]).map((part) => part.replace(/^\s*\w+\s*:/, ''));
  const written = whole(parts.map((part) => sidesOf(part, nameOf)));
  if (written === undefined || written.some(({ sides }) => sides.length > 2)) return undefined;
  const functions = written.map(({ sides: [left, right] }) =>
    right === undefined ? left! : `${left!} - ${/^[\w.]+$/.test(right) ? right : `(${right})`}`,
  );
  const keys = { functions, ...(level > 0 ? { level: level / 100 } : {}) };
  return { keys, terms: written.flatMap(({ terms }) => terms) };
}

// prettier-ignore
const ofMargins = [
  'dydx', 'at', 'atmeans', 'level', 'noatlegend', 'noatlegends', 'post', 'vsquish', 'cformat',
  'pformat', 'sformat',
];

/** `margins, dydx(x) at(z=(1 2 3))`. */
export function marginsOf(rest: string, nameOf: NameOf): Post | Refused | undefined {
  const { body, condition, options } = partsOf(rest);
  const given = optionMap(options);
  const margins = wordsOf(given.get('dydx'));
  const isPlain = body === '' && condition === undefined && margins.length > 0;
  if (!isPlain || margins.some((name) => !/^\w+$/.test(name))) return undefined;
  const other = strange(given, ofMargins);
  if (other !== undefined) return other;
  if ((options.match(/\bat\s*\(/g) ?? []).length > 1) return { option: 'at()' };
  const places = given.has('at') ? placesOf(given.get('at')!, nameOf) : {};
  if (places === undefined) return undefined;
  const level = Number(given.get('level') ?? 0);
  return {
    keys: {
      margins: margins.map(nameOf),
      ...(Object.keys(places).length > 0 && { places }),
      ...(given.has('atmeans') && { means: true as const }),
      ...(level > 0 && { level: level / 100 }),
    },
  };
}

/** `x=(1 2 3) z=4` and `x=(0(5)20)`; undefined for other places, such as `(mean) x`. */
function placesOf(text: string, nameOf: NameOf): Record<string, number[]> | undefined {
  const places: Record<string, number[]> = {};
  const rest = text.replace(
    /(\w+)\s*=\s*(?:\(((?:[^()]|\([^()]*\))*)\)|(-?[\d.]+))/g,
    (_, name: string, list: string | undefined, one: string) => {
      places[nameOf(name)] = (list === undefined ? [one] : wordsOf(list)).flatMap(numbersOf);
      return '';
    },
  );
  const isWhole = rest.trim() === '' && Object.keys(places).length > 0;
  const isFinite = Object.values(places).flat().every(Number.isFinite);
  return isWhole && isFinite ? places : undefined;
}

/** `1`, `0(5)20` or `1/3`. */
function numbersOf(text: string): number[] {
  const [, from, step = '1', to] = /^(-?[\d.]+)(?:\((-?[\d.]+)\)|\/)(-?[\d.]+)$/.exec(text) ?? [];
  if (from === undefined) return [Number(text)];
  const count = Math.floor((Number(to) - Number(from)) / Number(step) + 1e-9) + 1;
  if (!(count > 0 && count <= 100)) return [NaN];
  return Array.from({ length: count }, (_, i) => Number(from) + i * Number(step));
}

/** Options with which a test of least squares is a row of the table of diagnostics. */
const ofDiagnostics: Readonly<Record<string, RegExp>> = {
  vif: /^$/,
  hettest: /^(?:normal|rhs(?:\s+(?:normal|iid|fstat))?|(?:normal|iid|fstat)\s+rhs)?$/,
  imtest: /^(?:preserve\s+)?white$/,
  ovtest: /^$/,
  bgodfrey: /^(?:lags?\(1\))?$/,
  dwatson: /^$/,
};

/** `estat hettest, rhs`, whose test the table of diagnostics has. */
export function diagnosticsOf(test: string): (rest: string) => Post | Refused {
  const read = ofDiagnostics[test]!;
  return (rest) => {
    const { body, options } = partsOf(rest);
    if (body !== '') return { option: 'varlist' };
    if (read.test(options.trim())) return { keys: { diagnostics: true } };
    return options === '' ? { why: 'information-matrix' } : { option: options };
  };
}

/** `estat overid` and others of a model with instruments, which the result itself has. */
export function ofInstruments(rest: string): Refused | undefined {
  const { body, options } = partsOf(rest);
  return body === '' ? strange(optionMap(options), ['all']) : { option: 'varlist' };
}

/** `hausman fe re`, with the names of both results. */
export function comparedOf(rest: string): readonly [string, string] | Refused | undefined {
  const { body, options } = partsOf(rest);
  const [, of, hausman] = /^(\w+)\s+(\w+|\.)$/.exec(body) ?? [];
  if (of === undefined) return undefined;
  return strange(optionMap(options), ['alleqs']) ?? [of, hausman!];
}
