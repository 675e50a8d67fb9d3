/** Parses the statement of a claim about its models. */
import type { ClaimRelation, ClaimStatement } from '../claim.js';
import { claimError, type Line, matchIn, part, textOf, trimmed, unquoted } from './line.js';

export interface ReadStatement {
  readonly statement: ClaimStatement;
  readonly termOffset: number;
}

const forms =
  'TERM > 0, TERM < 0, TERM != 0, TERM = 0 within BAND, or TERM differs between A and B';

const number = /[+\-\u2212]?(?:\d+\.?\d*|\.\d+)(?:e[+\-\u2212]?\d+)?/.source;
const comparison = new RegExp(
  `^(.*[^\\s<>!=\u2260])\\s*(>=|<=|!=|\u2260|==?|>|<)\\s*(${number})(?:\\s+within\\s+(?:\\+-|\u00b1)?\\s*(\\S+(?:\\s*(?:%|percent))?))?$`,
  'i',
);

/**
 * @throws InputError `bad-claim` with a caret under the place
 */
export function parseStatement(line: Line, id: string): ReadStatement {
  const differs = matchIn(line, /^(.*?\S)\s+differs?\b\s*(.*)$/i);
  if (differs !== undefined) return difference(line, differs, id);
  const directed = matchIn(line, /^(.*?\S)\s+is\s+(larger|greater|smaller)\b\s*(.*)$/i);
  if (directed !== undefined) return direction(line, directed, id);
  const compared = matchIn(line, comparison);
  if (compared === undefined) {
    const message = `expected ${forms}, found "${textOf(line)}"`;
    throw claimError(id, line, line.start, message);
  }
  const [, term = '', written = '', against = '', band] = compared;
  return {
    termOffset: line.start,
    statement: {
      kind: 'coefficient',
      term: oneTerm(line, term, id),
      relation: relationOf(line, term.length, written, id),
      value: numberOf(against),
      ...bandOf(line, [written, against], band, id),
    },
  };
}

const numberOf = (text: string) => Number(text.replace(/\u2212/g, '-'));

function relationOf(line: Line, offset: number, written: string, id: string): ClaimRelation {
  if (written === '>=' || written === '<=') {
    const strict = written[0]!;
    const message = `expected "${strict}", which says the alternative of a test, found "${written}"`;
    throw claimError(id, line, line.start + offset, message);
  }
  if (written === '\u2260') return '!=';
  return written === '==' ? '=' : (written as ClaimRelation);
}

/** The band of `=`. "No effect" without a band cannot be shown by any sample. */
function bandOf(
  line: Line,
  [written, against]: readonly [relation: string, against: string],
  band: string | undefined,
  id: string,
): { readonly band?: number } {
  const isEqual = written.startsWith('=');
  if (band === undefined) {
    if (!isEqual) return {};
    const message = `expected a band, as in "= ${against} within 0.05", found none; no test can show that a coefficient is exactly ${against}`;
    throw claimError(id, line, line.end, message);
  }
  if (!isEqual) {
    const message = `expected "=" with "within", found "${written}"`;
    throw claimError(id, line, line.end - band.length, message);
  }
  const width = Number(band);
  if (width > 0 && width < Infinity) return { band: width };
  const expected = /%|percent/i.test(band)
    ? 'a band in units of the coefficient'
    : 'a band above 0';
  const message = `expected ${expected} after "within", found "${band}"`;
  throw claimError(id, line, line.end - band.length, message);
}

/** The term; a second relation or "and" would make two claims. */
function oneTerm(line: Line, term: string, id: string): string {
  const before = { ...line, end: line.start + term.length };
  const second = matchIn(before, /[<>\u2260]|!=|\s=\s|\s(?:and|or|within)\s/i);
  if (second === undefined) return term;
  const message = `expected one statement, found two; write a claim for each`;
  throw claimError(id, line, line.start + second.index, message);
}

/** `differs between A and B [of COLUMN]`, `differs across COLUMN`. */
function difference(line: Line, match: RegExpExecArray, id: string): ReadStatement {
  const [, term = '', written = ''] = match;
  const named = { kind: 'difference', term: oneTerm(line, term, id) } as const;
  const rest = trimmed({ ...line, start: line.end - written.length });
  const across = matchIn(rest, /^across\s+(\S+)$/i);
  if (across !== undefined) {
    const column = unquoted(
      part(rest, rest.end - rest.start - across[1]!.length, rest.end - rest.start),
    );
    return { termOffset: line.start, statement: { ...named, groups: [], column } };
  }
  const between = matchIn(rest, /^between\s+(.+)$/i);
  const groups = between && groupsOf({ ...rest, start: rest.end - between[1]!.length });
  if (groups === undefined) {
    const message = `expected "between A and B [of COLUMN]" or "across COLUMN" after "differs", found "${textOf(rest)}"`;
    throw claimError(id, line, rest.start, message);
  }
  checkGroups(line, rest.start, groups.groups, id);
  return { termOffset: line.start, statement: { ...named, ...groups } };
}

interface Groups {
  readonly groups: readonly string[];
  readonly column?: string;
}

/** `A and B`, `A, B and C`, each with a column behind it or not. */
function groupsOf(line: Line): Groups | undefined {
  const match = matchIn(
    line,
    /^([^\s,]+(?:\s*,\s*[^\s,]+)*)\s*,?\s+and\s+([^\s,]+)(?:\s+(?:of\s+|in\s+)?([^\s,]+))?$/i,
  );
  if (match === undefined) return undefined;
  const [, before = '', last = '', column] = match;
  const names = splitAtCommas({ ...line, end: line.start + before.length });
  return {
    groups: [...names, bare(last)],
    ...(column !== undefined && { column: bare(column) }),
  };
}

const bare = (text: string) => unquoted({ text, start: 0, end: text.length });

function splitAtCommas(line: Line): string[] {
  const comma = matchIn(line, /^([^,]*),/);
  if (comma === undefined) return [unquoted(trimmed(line))];
  const first = unquoted(trimmed(part(line, 0, comma[1]!.length)));
  return [first, ...splitAtCommas({ ...line, start: line.start + comma[0]!.length })];
}

/** `is larger in A than in B [of COLUMN]`. */
function direction(line: Line, match: RegExpExecArray, id: string): ReadStatement {
  const [, term = '', word = '', written = ''] = match;
  const rest = trimmed({ ...line, start: line.end - written.length });
  const groups = matchIn(
    rest,
    /^in\s+(\S+)\s+than\s+(?:in\s+)?(\S+)(?:\s+(?:of\s+|in\s+)?(\S+))?$/i,
  );
  if (groups === undefined) {
    const message = `expected "in A than in B [of COLUMN]" after "is ${word}", found "${textOf(rest)}"`;
    throw claimError(id, line, rest.start, message);
  }
  const [first, second] = [bare(groups[1]!), bare(groups[2]!)];
  checkGroups(line, rest.start, [first, second], id);
  return {
    termOffset: line.start,
    statement: {
      kind: 'difference',
      term: oneTerm(line, term, id),
      groups: [second, first],
      ...(groups[3] !== undefined && { column: bare(groups[3]) }),
      larger: word.toLowerCase() === 'smaller' ? second : first,
    },
  };
}

function checkGroups(line: Line, offset: number, groups: readonly string[], id: string): void {
  const twice = groups.find((group, i) => groups.indexOf(group) < i);
  if (twice === undefined) return;
  throw claimError(id, line, offset, `expected different groups, found ${twice} twice`);
}
