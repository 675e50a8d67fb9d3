/** Pages, drawings, Word and Excel files hold hostile names as text. */
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { renderTable, renderTables } from '../../../../bindings/paper/tables/paper/index.js';
import { inlineSvg } from '../../../../bindings/paper/study/html/sections/figures.js';
import { text as svgText } from '../../../../bindings/paper/figures/svg.js';
import { hostileNames, shownName, tableOf } from '../../../hostile/names.js';

/** The tags of a page with the names of their attributes, and its texts. */
function partsOf(page: string, isXml = false) {
  const [tags, texts]: [string[], string[]] = [[], []];
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const names = Object.keys(attributes).filter((one) => tag !== 'td' || one !== 'class');
        tags.push([tag, ...names].join(' '));
      },
      ontext: (words) => texts.push(words),
    },
    { xmlMode: isXml },
  );
  parser.end(page);
  return { tags, text: texts.join('') };
}

/** The texts of the elements of a name. */
function textsIn(xml: string, name: string): string[] {
  const texts: string[] = [];
  let isInside = false;
  const parser = new Parser(
    {
      onopentag: (tag) => {
        isInside = tag === name;
        if (isInside) texts.push('');
      },
      ontext: (words) => {
        if (isInside) texts.push(texts.pop()! + words);
      },
      onclosetag: () => {
        isInside = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return texts;
}

async function wordOf(name: string): Promise<string> {
  const files = unzipSync(await renderTable(tableOf(name), 'docx'));
  return new TextDecoder().decode(files['word/document.xml']);
}

const plain = (text: string) => text.replace(/\u2212(?=\d)/g, '-');

describe('a document with hostile names', () => {
  it('has the elements of any other in HTML', () => {
    const usual = partsOf(renderTable(tableOf('name'), 'html'));
    for (const name of hostileNames.filter((one) => one !== '')) {
      const { tags, text } = partsOf(renderTable(tableOf(name), 'html'));
      expect({ name, tags }).toEqual({ name, tags: usual.tags });
      expect(plain(text)).toBe(plain(usual.text.replaceAll('name', () => shownName(name))));
    }
  });

  it('has the elements of any other in a drawing', () => {
    const drawn = (name: string) => {
      const svg = `<svg width="1" height="1" role="img">${svgText(0, 0, name)}</svg>`;
      return partsOf(inlineSvg(svg, 'figure'), true);
    };
    const { tags } = drawn('name');
    for (const name of hostileNames.filter((one) => one !== '')) {
      expect(drawn(name)).toEqual({ tags, text: shownName(name) });
    }
  });

  it('has texts and no formula in Excel, in sheets that Excel allows', async () => {
    const names = hostileNames.filter((name) => name.trim() !== '');
    const tables = Object.fromEntries(names.map((name) => [name, tableOf(name)]));
    const files = unzipSync(await renderTables(tables, 'xlsx'));
    const xmlOf = (path: string) => new TextDecoder().decode(files[path]);
    for (const path of Object.keys(files).filter((one) => /sheet\d+\.xml$/.test(one))) {
      expect(partsOf(xmlOf(path), true).tags.filter((tag) => /^f\b/.test(tag))).toEqual([]);
    }
    const strings = textsIn(xmlOf('xl/sharedStrings.xml'), 't').map((text) =>
      text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      ),
    );
    expect(names.filter((name) => !strings.includes(shownName(name)))).toEqual([]);
    const sheets = xmlOf('xl/workbook.xml').match(/<sheet\b[^>]*>/g)!;
    const titles = sheets.map((tag) => / name="([^"]*)"/.exec(tag)![1]!.toLowerCase());
    expect(new Set(titles).size).toBe(Object.keys(tables).length);
    for (const title of titles) expect(title).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/);
  });

  it('has paragraphs of text in Word', async () => {
    const usual = new Set(partsOf(await wordOf('name'), true).tags);
    for (const name of hostileNames.filter((_, i) => i % 8 === 0)) {
      const xml = await wordOf(name);
      expect(partsOf(xml, true).tags.filter((tag) => !usual.has(tag))).toEqual([]);
      const shown = textsIn(xml, 'w:t').map((text) => text.replace(/^\u2212/, '-'));
      expect(shown).toContain(shownName(name));
    }
  });
});
