/**
 * Names that somebody else chose: of columns, levels, titles, notes and files. Each would run code in some program, write
 * a file `wm-ran`, read `wm-secret.txt`, or be shown as something else; `names.json` has them by that program.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaperTable } from 'wasmetrics/report';

const file = new URL('names.json', import.meta.url);
const byProgram = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;

export const hostileNames: readonly string[] = Object.values(byProgram).flat();

/** Names that a formula can hold in backquotes. */
export const columnNames = hostileNames.filter((name) => /^[^`]+$/.test(name));

/** The name with invisible characters as escapes, as every format shows it. */
export function shownName(name: string): string {
  return name.replace(
    /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu,
    (one) => {
      const short = JSON.stringify(one).slice(1, -1);
      if (/^\\[a-z]$/.test(short)) return short;
      const units = one.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
      return units.map((unit) => `\\u${unit}`).join('');
    },
  );
}

/** A table in which every text is the name. */
export function tableOf(name: string): PaperTable {
  return {
    kind: 'table',
    title: name,
    head: [
      ['', '(1)', '(2)'],
      [name, name, 'y'],
    ],
    spans: [{ head: name, over: [1, 2], label: name }],
    body: [
      {
        label: name,
        kind: 'estimate',
        cells: [
          { text: '1.23***', column: 1, stars: '***', name },
          { text: name, column: 2 },
        ],
      },
      { label: name, kind: 'group', cells: [] },
      { label: name, kind: 'stat', cells: [{ text: name, column: 1 }] },
    ],
    notes: [name],
    stars: { '***': 0.01 },
  };
}

/** A folder for one run, where no name has run anything so far. */
export function withFolder<Result>(run: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** True if a name has run in the folder. */
export function hasRun(folder: string): boolean {
  return ['wm-ran', 'wm-ran.tex'].some((name) => existsSync(join(folder, name)));
}
