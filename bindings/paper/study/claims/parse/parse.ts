/** Reads the text of a claim: `MODELS: STATEMENT [by METHOD] [at LEVEL]`. */
import { badArgument, isKeyed } from '../../../../core/arguments/arguments.js';
import { InputError } from '../../../../core/errors/errors.js';
import { suggestionOf } from '../../../../data/nearest.js';
import * as said from '../../../../words/errors/paper/claim-syntax.js';
import { claimFault } from '../../../../words/errors/paper/claim-syntax.js';
import { aText } from '../../../../words/expectations/values.js';
import * as wanted from '../../../../words/expectations/paper/studies.js';
import { readReference } from '../../columns/reference.js';
import type { Claim, ClaimInput, ClaimStatement, NamedPlace } from '../claim.js';
import { checkLevel, levelEnding } from './level.js';
import { claimError, type Line, matchIn, part, trimmed, unquoted } from './line.js';
import { parseStatement } from './statement.js';

/** The default level. */
const usualLevel = 0.05;

/** The methods that may decide. */
const methods: Readonly<Record<ClaimStatement['kind'], readonly string[]>> = {
  coefficient: ['analytic', 'bootstrap'],
  difference: ['wald', 'cr2', 'suest', 'permutation', 'bootstrap', 'wild'],
};

/** Most characters of a claim. */
const LONGEST = 2000;

/**
 * Reads one claim of a study.
 *
 * @throws InputError `bad-claim` with a caret under the place, and `bad-value` for a claim that is not a text
 */
export function parseClaim(input: ClaimInput, id = 'claim'): Claim {
  if (typeof id !== 'string') throw badArgument('parseClaim', 'id', aText(), id);
  const { claim: text, says } = keysOf(input, id);
  const whole: Line = { text, start: 0, end: text.length };
  if (text.length > LONGEST) {
    throw claimError(id, whole, 0, claimFault.long({ most: LONGEST, length: text.length }));
  }
  const colon = matchIn(whole, /^[^:]*:/);
  if (colon === undefined) {
    throw claimError(id, whole, whole.start, claimFault['no-colon']());
  }
  const { length } = colon[0]!;
  const models = modelsOf(part(whole, 0, length - 1), id);
  const { body, level, by } = endings(trimmed(part(whole, length, text.length)), id);
  const { statement, termOffset } = parseStatement(body, id);
  checkMethod(whole, by, statement, id);
  return {
    id,
    text,
    ...(says !== undefined && { says }),
    models,
    statement,
    termOffset,
    level: level ?? usualLevel,
    ...(by !== undefined && { by }),
  };
}

/** Reads all claims of a study, by their names. Throws as `parseClaim`. */
export function parseClaims(claims: Readonly<Record<string, ClaimInput>>): readonly Claim[] {
  if (!isKeyed(claims)) throw badArgument('study', 'claims', wanted.claimsByName(), claims);
  return Object.entries(claims).map(([id, input]) => parseClaim(input, id));
}

/** Claims by name, parsed as by `parseClaims`; a list of parsed claims is returned unchanged. */
export function claimsOf(
  claims: Readonly<Record<string, ClaimInput>> | readonly Claim[],
): readonly Claim[] {
  if (!Array.isArray(claims)) {
    return parseClaims(claims as Readonly<Record<string, ClaimInput>>);
  }
  const list = claims as readonly Claim[];
  const wrong = list.findIndex((claim) => !isKeyed(claim) || !isKeyed(claim.statement));
  if (wrong < 0) {
    for (const { id, text, level } of list) checkLevel(id, text, level);
    return list;
  }
  throw badArgument('claims', 'claims', wanted.parsedClaims(), list[wrong]);
}

function keysOf(input: ClaimInput, id: string): { claim: string; says?: string | undefined } {
  if (typeof input === 'string') return { claim: input };
  if (!isKeyed(input)) throw badArgument('claims', id, wanted.claimWithWords(), input);
  const unknown = Object.keys(input).find((key) => key !== 'claim' && key !== 'says');
  if (unknown !== undefined) {
    const meant = suggestionOf(unknown, ['claim', 'says']);
    const detail = { path: `claims.${id}`, found: unknown, meant };
    throw new InputError(said.claimKeys(detail), { of: 'claims', key: id });
  }
  const { claim, says } = input;
  if (typeof claim !== 'string') throw badArgument('claims', `${id}.claim`, aText(), claim);
  if (says !== undefined && typeof says !== 'string') {
    throw badArgument('claims', `${id}.says`, aText(), says);
  }
  return { claim, says };
}

/** The names before the colon: `T4.2, T5.2 and T5 column 3`. */
function modelsOf(line: Line, id: string): NamedPlace[] {
  const models: NamedPlace[] = [];
  let start = 0;
  const source = line.text.slice(line.start, line.end);
  const separators = [...source.matchAll(/\s*,\s*(?:and\s+)?|\s+and\s+/g), undefined];
  for (const separator of separators) {
    const piece = trimmed(part(line, start, separator?.index ?? source.length));
    const name = unquoted(piece);
    const isWritten = !/\s/.test(name) || isQuoted(piece) || isColumn(name);
    if (name === '' || !isWritten) {
      throw claimError(id, line, piece.start, claimFault['not-columns']({ found: name }));
    }
    const twice = models.find((model) => model.name === name);
    if (twice !== undefined) {
      throw claimError(id, line, piece.start, claimFault['column-twice']({ found: name }));
    }
    models.push({ name, offset: piece.start });
    if (separator !== undefined) start = separator.index + separator[0].length;
  }
  return models;
}

/** `T5 column 2` is one name. */
const isColumn = (name: string) => readReference(name).column !== undefined;

const isQuoted = ({ text, start }: Line) => /[`"']/.test(text[start] ?? '');

interface Endings {
  readonly body: Line;
  readonly level?: number;
  readonly by?: string;
}

/** Removes the level and `by METHOD` from the end, in either order. */
function endings(line: Line, id: string): Endings {
  const first = ending(line, id);
  if (first === undefined) return { body: line };
  const second = ending(first.body, id);
  if (second === undefined) return first;
  if (('level' in first && 'level' in second) || ('by' in first && 'by' in second)) {
    const twice = claimFault['ending-twice']({
      ending: 'level' in first ? 'at LEVEL' : 'by METHOD',
    });
    throw claimError(id, line, second.body.end, twice);
  }
  return { ...first, ...second };
}

function ending(line: Line, id: string): Endings | undefined {
  const levelled = levelEnding(line, id);
  if (levelled !== undefined) return levelled;
  const by = matchIn(line, /\s+by\s+([\w-]+)$/i);
  if (by === undefined) return undefined;
  return { body: trimmed(part(line, 0, by.index)), by: by[1]!.toLowerCase() };
}

function checkMethod(line: Line, by: string | undefined, { kind }: ClaimStatement, id: string) {
  const known = methods[kind];
  if (by === undefined || known.includes(by)) return;
  const unknown = claimFault.method({ kind, found: by, meant: suggestionOf(by, known) });
  throw claimError(id, line, line.text.toLowerCase().lastIndexOf(by), unknown);
}
