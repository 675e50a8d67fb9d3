/** Parses the statement of a claim about its models. */
import type { ClaimRelation, ClaimStatement } from '../claim.js';
import { claimFault } from '../../../../words/errors/paper/claim-syntax.js';
import { claimError, type Line, matchIn, part, textOf, trimmed, unquoted } from './line.js';

export interface ReadStatement {
  readonly statement: ClaimStatement;
  readonly termOffset: number;
}

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
    throw claimError(id, line, line.start, claimFault.statement({ found: textOf(line) }));
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
    const weak = claimFault.relation({ strict: written[0]!, found: written });
    throw claimError(id, line, line.start + offset, weak);
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
    throw claimError(id, line, line.end, claimFault['no-band']({ value: against }));
  }
  if (!isEqual) {
    throw claimError(
      id,
      line,
      line.end - band.length,
      claimFault['band-relation']({ found: written }),
    );
  }
  const width = Number(band);
  if (width > 0 && width < Infinity) return { band: width };
  const isShare = /%|percent/i.test(band);
  throw claimError(id, line, line.end - band.length, claimFault.band({ found: band, isShare }));
}

/** The term; a second relation or "and" would make two claims. */
function oneTerm(line: Line, term: string, id: string): string {
  const before = { ...line, end: line.start + term.length };
  const second = matchIn(before, /[<>\u2260]|!=|\s=\s|\s(?:and|or|within)\s/i);
  if (second === undefined) return term;
  throw claimError(id, line, line.start + second.index, claimFault['two-statements']());
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
    throw claimError(id, line, rest.start, claimFault['no-groups']({ found: textOf(rest) }));
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
    throw claimError(
      id,
      line,
      rest.start,
      claimFault['no-direction']({ word, found: textOf(rest) }),
    );
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
  throw claimError(id, line, offset, claimFault['group-twice']({ found: twice }));
}
