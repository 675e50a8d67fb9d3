/** LaTeX sets tables with hostile names: it reads no file, runs nothing, and the page shows each name. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  latexPreamble,
  renderTable,
  tabularrayPreamble,
} from '../../../../bindings/paper/tables/paper/index.js';
import { writeLatexNumbers } from '../../../../bindings/paper/study/text/index.js';
import { hasRun, hostileNames, shownName, tableOf, withFolder } from '../../../hostile/names.js';
import { hasLatexFiles, isInstalled, isMissing } from '../../../installed.js';

const isRun =
  isInstalled('xelatex') && hasLatexFiles('siunitx.sty', 'threeparttable.sty', 'DejaVuSans.ttf');

/** Names in the letters of one font. */
const latin = hostileNames.filter((name) =>
  /^[\u0020-\u024f\u2028-\u202e]*$/.test(shownName(name)),
);

/** Sets the lines with the shell open to what they run. */
function compiled(lines: readonly string[]) {
  return withFolder((folder) => {
    writeFileSync(join(folder, 'wm-secret.tex'), 'SECRET');
    writeFileSync(join(folder, 'a.tex'), lines.join('\n'));
    const options = ['-shell-escape', '-interaction=nonstopmode', '-halt-on-error', 'a.tex'];
    const { status } = spawnSync('xelatex', options, { cwd: folder, timeout: 400_000 });
    const log = readFileSync(join(folder, 'a.log'), 'latin1');
    const pages = spawnSync('pdftotext', ['-layout', 'a.pdf', '-'], {
      cwd: folder,
      maxBuffer: 1e8,
    });
    return {
      status,
      messages: log.match(/^(?:!.*|Missing character.*)/gm),
      ran: hasRun(folder) || log.includes('(./wm-secret'),
      pages: pages.status === 0 ? pages.stdout.toString('utf8').split('\f') : undefined,
    };
  });
}

const head = (preamble: string) => [
  '\\documentclass{article}',
  '\\usepackage[landscape,margin=1cm,paperwidth=60cm]{geometry}',
  '\\usepackage{fontspec}',
  '\\setmainfont{DejaVuSans.ttf}',
  preamble,
  '\\begin{document}',
];

const plain = (text: string) =>
  text
    .replace(/\u2217/g, '*')
    .replace(/\u2019/g, "'")
    .replace(/[\u201d"]/g, "''")
    .replace(/\s+/g, '');

describe('a table for LaTeX', () => {
  if (isMissing('xelatex with siunitx and threeparttable', isRun)) return;

  it('shows each name on its page', () => {
    const tables = latin.map(
      (name) => `${renderTable(tableOf(name), 'latex', { float: false })}\n\\newpage\n`,
    );
    const { status, messages, ran, pages } = compiled([
      ...head(latexPreamble),
      ...tables,
      '\\end{document}',
    ]);
    expect({ status, messages, ran }).toEqual({ status: 0, messages: null, ran: false });
    if (pages === undefined) return;
    const lost = latin.filter((name, i) => !plain(pages[i] ?? '').includes(plain(shownName(name))));
    expect(lost).toEqual([]);
  });

  it('is set with tabularray, with captions, and with numbers by name', () => {
    const some = latin.filter((_, i) => i % 25 === 0);
    const tables = some.map(
      (name) => `${renderTable(tableOf(name), 'latex', { tabularray: true })}\n\\clearpage\n`,
    );
    const numbers = Object.fromEntries(
      latin.map((name) => [name, { text: name, value: null, kind: 'statistic' }] as const),
    );
    const { status, messages, ran } = compiled([
      ...head(tabularrayPreamble),
      writeLatexNumbers(numbers),
      ...tables,
      '\\end{document}',
    ]);
    expect({ status, messages, ran }).toEqual({ status: 0, messages: null, ran: false });
  });
});
