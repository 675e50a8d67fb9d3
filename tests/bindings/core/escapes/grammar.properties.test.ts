/** Each escape in the grammar of its language: whatever the text, it is one word, which reads back as the text. */
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { gretlQuoted } from '../../../../bindings/core/escapes/gretl.js';
import { escapedHtml, escapedSvg } from '../../../../bindings/core/escapes/html.js';
import { escapedLatex, isLatexKey } from '../../../../bindings/core/escapes/latex.js';
import {
  asLine,
  codeMarkdown,
  escapedMarkdown,
  readableMarkdown,
} from '../../../../bindings/core/escapes/markdown.js';
import {
  formulaName,
  formulaString,
  pythonString,
  queryName,
  queryText,
} from '../../../../bindings/core/escapes/python.js';
import { isNameR, rName, rString } from '../../../../bindings/core/escapes/r.js';
import { batchWord, shellWord } from '../../../../bindings/core/escapes/shell.js';
import {
  csvCell,
  excelText,
  runsInSpreadsheet,
} from '../../../../bindings/core/escapes/spreadsheet.js';
import { isStataName, stataQuoted, stataText } from '../../../../bindings/core/escapes/stata.js';
import { escapedTypst, typstString } from '../../../../bindings/core/escapes/typst.js';
import { visibleLine } from '../../../../bindings/words/text/visible.js';
import { hostileNames } from '../../../hostile/names.js';

/** Parts of hostile names in any order, among any characters. */
const part = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.constantFrom(...'`\\"\'{}[]()<>$#@%&|;=+-*_~^!:,./ \n\t\0'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
/** The same without characters that no source code can contain. */
const writable = text.map((one) => one.replace(/[\0\p{Cs}]/gu, ''));

/** Holds for the hostile names and for texts made of them. */
function holds(of: fc.Arbitrary<string>, check: (one: string) => void): void {
  for (const name of hostileNames) if (!/[\0\p{Cs}]/u.test(name)) check(name);
  fc.assert(fc.property(of, check), { numRuns: 2000 });
}

const byNumber = (_: string, digits: string) => String.fromCodePoint(parseInt(digits, 16));

describe('an escape', () => {
  it('makes text of HTML and SVG, between tags and in attributes', () => {
    holds(text, (one) => {
      let [read, tags, attribute] = ['', 0, ''];
      const parser = new Parser({
        onopentag: (_, attributes) => {
          tags++;
          attribute = attributes['a'] ?? '';
        },
        ontext: (words) => (read += words),
      });
      parser.end(`<b a="${escapedHtml(one)}">${escapedHtml(one)}</b>`);
      expect([read, tags, attribute]).toEqual([visibleLine(one), 1, visibleLine(one)]);
      read = '';
      const svg = new Parser({ ontext: (words) => (read += words) }, { xmlMode: true });
      svg.end(`<text>${escapedSvg(one)}</text>`);
      expect(read).toBe(visibleLine(one));
      expect(`${escapedHtml(one)} ${escapedSvg(one)}`).not.toMatch(/`|\{\{|\{%/);
    });
  });

  it('makes one string of Typst, and prose without markup', () => {
    holds(text, (one) => {
      const written = typstString(one);
      expect(written).toMatch(/^"(?:[^"\\`<]|\\["\\]|\\u\{[\da-f]+\})*"$/);
      const read = written
        .slice(1, -1)
        .replace(/\\(?:u\{([\da-f]+)\}|(.))/g, (_, digits, sign) =>
          sign === undefined ? byNumber(_, digits as string) : (sign as string),
        );
      expect(read).toBe(visibleLine(one));
      const bare = escapedTypst(one).replace(/\\(?:u\{[\da-f]+\}|.)/g, '');
      expect(bare).not.toMatch(/[\\#$*_`<>@~[\]/'"]/);
    });
  });

  it('makes text of LaTeX, without a command, an argument or a group of its own', () => {
    const commands =
      /\\text(?:backslash|asciitilde|asciicircum|less|greater|bar|asteriskcentered|asciigrave)\{\}|\\textsuperscript\{2\}|\\\(\\(?:chi|Delta|times)\\\)|\\\(-\\\)|\\[&%$#_{}]|\{\[\}|\{\]\}|\{\}/g;
    holds(text, (one) => {
      const bare = escapedLatex(one).replace(commands, '\u0001');
      expect(bare).not.toMatch(/[\\{}[\]$&#^_~%`"<>|*\n]|--|,,/);
      if (isLatexKey(one)) expect(one).not.toMatch(/[\\{}%#~^\n\r]/);
    });
  });

  it('leaves Markdown no backquote, and no sign of markup without a backslash', () => {
    holds(text, (one) => {
      for (const escaped of [escapedMarkdown(one), readableMarkdown(one)]) {
        expect(asLine(escaped)).not.toMatch(/`|\n|\{\{[<%]|<[a-z/!?]/i);
        const bare = escaped.replace(/\\[!-/:-@[-`{-~]/g, '\u0001');
        expect(bare).not.toMatch(/[\\|{}$]|\]\(|\[[a-z^@!]/i);
      }
      const bare = escapedMarkdown(one).replace(/\\[!-/:-@[-`{-~]/g, '');
      expect(bare).not.toMatch(/[\\|{}$*_[\]~^@<>]/);
      expect(codeMarkdown(one)).toMatch(/^(?:`[^`]+`|<code>[^`]*<\/code>)$/);
      expect(asLine(escapedMarkdown(one))).not.toMatch(
        /^(?:#|>|[-+*] |:|%|=|~|\d+[.)](?:\s|$)|\([a-z]\)(?:\s|$))/,
      );
    });
  });

  it('makes one string or one name of R', () => {
    holds(writable, (one) => {
      const readBack = (written: string) =>
        written.slice(1, -1).replace(/\\(?:u([\da-f]{4})|U([\da-f]{8})|(.))/g, (_, u, U, sign) => {
          const digits = (u ?? U) as string | undefined;
          const short: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
          return digits === undefined
            ? (short[sign as string] ?? (sign as string))
            : byNumber(_, digits);
        });
      expect(rString(one)).toMatch(/^"(?:[^"\\\n]|\\.)*"$/u);
      expect(readBack(rString(one))).toBe(one);
      const name = rName(one);
      if (/^[a-z][\w.]*$/i.test(name)) return;
      expect(name).toMatch(/^`(?:[^`\\\n]|\\.)*`$/u);
      expect(readBack(name)).toBe(one);
      if (isNameR(one)) expect(name.replaceAll('\\\\', '')).not.toMatch(/\\[uU]/);
    });
  });

  it('makes one string of Python, also within formulas and queries', () => {
    const numbers = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(n)|(.))/g;
    const readBack = (written: string) =>
      written.slice(1, -1).replace(numbers, (whole, ...groups: (string | undefined)[]) => {
        const [x, u, U, line, sign] = groups;
        const digits = x ?? u ?? U;
        if (digits !== undefined) return byNumber(whole, digits);
        return line === undefined ? sign! : '\n';
      });
    holds(writable, (one) => {
      expect(pythonString(one)).toMatch(/^"(?:[^"\\\n]|\\.)*"$/u);
      expect(readBack(pythonString(one))).toBe(one);
      expect(formulaString(one)).toMatch(
        /^'(?:[\p{L}\p{M}\p{N}_. ]|\\(?:n|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}))*'$/u,
      );
      expect(readBack(formulaString(one))).toBe(one);
      expect(queryText(one)).toMatch(/^'(?:[^'\\\n`]|\\.)*'$/u);
      expect(readBack(queryText(one))).toBe(one);
      expect(formulaName(one)).toMatch(/^(?:[a-z_]\w*|Q\('[^']*'\))$/i);
      expect(queryName(one) ?? 'x').toMatch(/^(?:[a-z_]\w*|`[^`"'\\#\n]+`)$/i);
    });
  });

  it('makes one text of Stata and of gretl, or none', () => {
    const quoted = /^"[^"`$\p{Cc}]*"$/u;
    holds(writable, (one) => {
      const parts = stataText(one)
        .replace(/^\(|\)$/g, '')
        .split(' + ');
      if (stataQuoted(one) === undefined) {
        const written = stataText(one);
        expect(written).not.toMatch(/[`$\p{Cc}]/u);
        const read = written.replace(/"([^"]*)"|uchar\((\d+)\)| \+ |[()]/g, (_, words, code) => {
          if (code !== undefined) return String.fromCodePoint(Number(code));
          return (words as string | undefined) ?? '';
        });
        expect(read).toBe(one);
      } else {
        expect(parts.join(' + ')).toBe(`"${one}"`.replace(/^\(|\)$/g, ''));
        expect(stataQuoted(one)).toMatch(quoted);
      }
      expect(gretlQuoted(one) ?? '""').toMatch(/^"[^"@\p{Cc}]*(?<!\\)"$/u);
      if (isStataName(one)) expect(one).toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
    });
  });

  it('makes one word of a shell', () => {
    holds(writable, (one) => {
      const word = shellWord(one);
      expect(word).toMatch(/^(?:[\w@%+=:,./-]+|(?:'[^']*'|\\')+)$/);
      expect(word.replace(/'([^']*)'|\\(')/g, '$1$2')).toBe(one);
      expect(batchWord(one) ?? '').toMatch(/^(?:[\w./-]*|"(?:[^"%\p{Cc}]|%%)*")$/u);
    });
  });

  it('makes cells that no spreadsheet runs', () => {
    holds(text, (one) => {
      const cell = csvCell(one);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(cell).toMatch(/^(?:[^",\n\r]*|"(?:[^"]|"")*")$/);
      expect(runsInSpreadsheet(read)).toBe(false);
      expect(read.replace(/(^|[;\t]\s*)'/g, '$1')).toBe(one.replace(/(^|[;\t]\s*)'/g, '$1'));
      const excel = excelText(one);
      expect(excel.replace(/_x([\da-f]{4})_/gi, (_, code: string) => byNumber(_, code))).toBe(one);
    });
  });
});
