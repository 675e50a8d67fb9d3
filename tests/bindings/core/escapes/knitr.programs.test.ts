/** knitr and pandoc render tables and reports with hostile names, and show them as they are; a shortcode runs in Quarto. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { row, table, words, left } from '../../paper/tables/blocks.js';
import type { Document } from '../../../../bindings/paper/tables/document.js';
import { renderTable } from '../../../../bindings/paper/tables/paper/index.js';
import { writeMarkdown } from '../../../../bindings/paper/tables/writers/markdown.js';
import { hasRun, hostileNames, shownName, tableOf, withFolder } from '../../../hostile/names.js';
import { isInstalled, isMissing } from '../../../installed.js';

/** A report in which every text is the name. */
function reportOf(name: string): string {
  const document: Document = {
    kind: 'example',
    title: shownName(name),
    blocks: [
      { type: 'facts', facts: [{ label: shownName(name), words: shownName(name) }] },
      ...table('t', [left(shownName(name)), left('x')], [row(words(shownName(name)), words('y'))]),
      { type: 'text', paragraphs: [shownName(name)] },
      { type: 'notes', notes: [shownName(name)] },
      { type: 'warnings', warnings: [shownName(name)] },
    ],
    footer: shownName(name),
  };
  return writeMarkdown(document);
}

const writers: Readonly<Record<string, (name: string) => string>> = {
  quarto: (name) => renderTable(tableOf(name), 'quarto', { label: 'tbl-x' }),
  markdown: (name) => renderTable(tableOf(name), 'markdown'),
  html: (name) => renderTable(tableOf(name), 'html'),
  typst: (name) => renderTable(tableOf(name), 'typst'),
  latex: (name) => renderTable(tableOf(name), 'latex'),
  report: reportOf,
};

const knit = `
suppressMessages(library(knitr))
opts_knit$set(progress = FALSE, verbose = FALSE)
for (file in list.files(pattern = "[.]qmd$")) {
  failed <- tryCatch({ knit(file, output = "knitted", quiet = TRUE); FALSE }, error = function(e) TRUE)
  same <- !failed && identical(readLines(file, warn = FALSE), readLines("knitted", warn = FALSE))
  if (!same || file.exists("wm-ran")) cat("@@", file, "\\n")
  unlink("wm-ran")
}
cat("@@ done\\n")
`;

describe('a document for knitr', () => {
  it('has no inline code and no shortcode', () => {
    for (const write of Object.values(writers)) {
      for (const name of hostileNames) {
        expect(write(name)).not.toMatch(/`r[ #]|\{\{[<%]|`\{[a-z]/);
      }
    }
  });

  const isRun = isInstalled('Rscript', '-e', 'library(knitr)');
  if (isMissing('R with knitr', isRun)) return;

  it('is the same after knitting', () => {
    withFolder((folder) => {
      // One document of all names per format: a run of knitr takes as long as hundreds of lines.
      for (const [format, write] of Object.entries(writers)) {
        writeFileSync(join(folder, `${format}.qmd`), hostileNames.map(write).join('\n\n'));
      }
      writeFileSync(join(folder, 'knit.R'), knit);
      const env = { ...process.env, LC_ALL: 'C.UTF-8' };
      const { stdout } = spawnSync('Rscript', ['knit.R'], { cwd: folder, encoding: 'utf8', env });
      expect(hasRun(folder)).toBe(false);
      expect(stdout.match(/^@@ .*/gm)).toEqual(['@@ done']);
    });
  });
});

const lines = new Set(['Para', 'Plain', 'Header']);
const insides = new Set(['Strong', 'BulletList', 'Table', 'Link']);

/** The text of a part of pandoc's tree; markup other than a heading, bold and a table is its name in brackets. */
function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).join('');
  if (typeof part !== 'object' || part === null) return '';
  const { t: kind, c: content } = part as { t?: string; c?: unknown };
  if (kind === undefined) return textOf(Object.values(part));
  if (kind === 'Str') return content as string;
  if (kind === 'Space' || kind === 'SoftBreak') return ' ';
  if (lines.has(kind)) return `\n${textOf(content)}`;
  if (insides.has(kind)) return textOf(content);
  return /^(?:Align|ColWidth)/.test(kind) ? '' : `<${kind}>`;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** How often each line of the rendered text is there. */
function linesOf(blocks: readonly unknown[]): string[] {
  return textOf(blocks)
    .split('\n')
    .map(plain)
    .filter((line) => line !== '');
}

/** The blocks of a document as pandoc reads it. */
function blocksOf(dialect: string, input: string): unknown[] {
  const options = { input, encoding: 'utf8', maxBuffer: 1e9 } as const;
  const { stdout } = spawnSync('pandoc', ['-f', dialect, '-t', 'json'], options);
  return (JSON.parse(stdout) as { blocks: unknown[] }).blocks;
}

describe('a document for pandoc', () => {
  const isRun = isInstalled('pandoc');
  if (isMissing('pandoc', isRun)) return;

  it.each([
    ['markdown', 'markdown-smart', 6],
    ['report', 'markdown-smart', 6],
    ['markdown', 'gfm', 6],
    ['report', 'gfm', 6],
  ])('shows the names of a %s in %s', (format, dialect, least) => {
    // Pandoc makes a box of [x] at the start of an item, however it is written.
    const visible = hostileNames.filter(
      (name) => shownName(name).trim() !== '' && name !== '[x] y',
    );
    // The time of pandoc grows faster than its input, so that eight parts take a tenth of the whole.
    const lines = Array.from({ length: 8 }, (_, part) => {
      const names = visible.flatMap((name, i) =>
        i % 8 === part ? [`WMMARK${i}\n\n${writers[format]!(name)}`] : [],
      );
      return linesOf(blocksOf(dialect, names.join('\n\n')));
    }).flat();
    const isMark = (line: string) => line.startsWith('WMMARK');
    const wrong = visible.flatMap((name, i) => {
      const start = lines.indexOf(`WMMARK${i}`);
      const next = lines.findIndex((line, j) => j > start && isMark(line));
      const own = start < 0 ? ['lost'] : lines.slice(start + 1, next < 0 ? undefined : next);
      const shown = plain(shownName(name));
      const names = [shown, `${shown}: ${shown}`, `warning: ${shown}`].map(plain);
      const others = ['1.23***', '(1)', '(2)', 'x', 'y'];
      const rest = own.filter((line) => ![...names, ...others].includes(line));
      const count = own.filter((line) => names.includes(line)).length;
      return rest.length === 0 && count >= least ? [] : [[name, count, ...rest]];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the list of names', () => {
  it('has 200 of them, each once', () => {
    expect(hostileNames.length).toBeGreaterThan(400);
    expect(new Set(hostileNames).size).toBe(hostileNames.length);
  });

  it('names the file that code would write', () => {
    expect(readFileSync(new URL('../../../hostile/names.json', import.meta.url), 'utf8')).toContain(
      'wm-ran',
    );
  });
});
