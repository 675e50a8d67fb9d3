/** Sentences and rows that a program wrote into a text. They must still be there after the author has edited it. */

/** Patterns for the author's words: those of one table cell, or none. */
const authors = { cell: '(?:[^|\\\\]|\\\\.)*', nothing: '' } as const;

/** A statement of the program: fixed parts, with the author's words between and around them. */
export interface Statement {
  readonly parts: readonly string[];
  /** What the author may write between the parts. */
  readonly between: keyof typeof authors;
  /** True if the author may delete it. */
  readonly isOptional?: boolean;
}

/** A statement that is missing, or has other numbers. */
export interface WrongStatement {
  readonly expected: string;
  readonly shown?: string;
}

export interface StatementCheck {
  readonly wrong: readonly WrongStatement[];
  /** Number of lines that are neither statements nor written by the program. */
  readonly authored: number;
}

/** Collapses blanks, because editors wrap lines and pad cells. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Replaces each hash and number by a mark, so that texts that differ only in numbers become equal. */
function skeleton(text: string): string {
  return text.replace(/[0-9a-f]{16,}|\d[\d.,]*/g, '#');
}

function patternOf({ parts, between }: Statement, change: (part: string) => string): RegExp {
  const words = parts.map((part) => escaped(change(part))).join(authors[between]);
  return new RegExp(`(?<!\\S)${words}(?!\\S)`);
}

/**
 * Looks for statements in the lines of a text. `written` are all lines of the program.
 */
export function checkStatements(
  statements: readonly Statement[],
  lines: readonly string[],
  written: ReadonlySet<string>,
): StatementCheck {
  const whole = lines.join(' ');
  const known = new Set(lines);
  const exact = statements.map((statement) => patternOf(statement, (part) => part));
  const isThere = (i: number) =>
    (statements[i]!.parts.length === 1 && known.has(statements[i]!.parts[0]!)) ||
    exact[i]!.test(whole);
  const others = lines.filter(
    (line) => !written.has(line) && !exact.some((pattern) => pattern.test(line)),
  );
  const alike = statements.map((statement) => patternOf(statement, skeleton));
  const wrong: WrongStatement[] = [];
  const used = new Set<string>();
  for (const [i, { parts, isOptional = false }] of statements.entries()) {
    const changed = others.filter((line) => !used.has(line) && alike[i]!.test(skeleton(line)));
    for (const shown of changed) {
      used.add(shown);
      wrong.push({ expected: parts.join(' … '), shown });
    }
    if (changed.length === 0 && !isOptional && !isThere(i)) {
      wrong.push({ expected: parts.join(' … ') });
    }
  }
  return { wrong, authored: others.length - used.size };
}
