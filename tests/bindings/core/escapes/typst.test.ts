/** Typst compiles tables and prose with hostile names, and shows them as they are. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it } from 'vitest';
import { escapedTypst, typstString } from '../../../../bindings/core/escapes/typst.js';
import { renderTable } from '../../../../bindings/paper/tables/paper/index.js';
import { hostileNames, shownName, tableOf } from '../../../hostile/names.js';

const compiler = NodeCompiler.create();

/** The text of content that has no markup; anything else is a mark. */
const flat = `#let flat(it) = {
  if it.has("text") { it.text }
  else if it.has("children") { it.children.map(flat).join() }
  else if it == [ ] { " " }
  else { "<" + repr(it.func()) + ">" }
}
`;

function valuesOf(text: string): string[] {
  const compiled = compiler.compile({ mainFileContent: text });
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()));
  const found = compiler.query(compiled.result, { selector: 'metadata' }) as { value: string }[];
  return found.map(({ value }) => value);
}

describe('Typst', () => {
  it('reads strings as the names', () => {
    const text = hostileNames.map((name) => `#metadata(${typstString(name)})`).join('\n');
    expect(valuesOf(text)).toEqual(hostileNames.map(shownName));
  });

  it('reads words in prose as the names, with a minus before digits', () => {
    const words = hostileNames.filter((name) => name.trim() !== '');
    const text = words.map((name) => `#metadata(flat[${escapedTypst(name)}])`).join('\n');
    const plain = (name: string) => shownName(name).replace(/\s+/g, ' ');
    const shown = valuesOf(flat + text).map((one) => one.replace(/\u2212(?=\d)/g, '-'));
    expect(shown).toEqual(words.map(plain));
  });

  it('compiles tables in which every text is the name', () => {
    for (const float of [true, false]) {
      const tables = hostileNames.map((name) =>
        renderTable(tableOf(name), 'typst', { float, label: 'x' }),
      );
      const compiled = compiler.compile({
        mainFileContent: tables.join('\n\n').replaceAll('<x>', ''),
      });
      expect(compiled.result).not.toBeNull();
    }
  });

  it('takes any label', () => {
    for (const label of ['tab:T1', 'a>#panic("x")'.replace(/[#"]/g, ''), 'a>b', '1', 'x.', 'a"b']) {
      const text = renderTable(tableOf('x'), 'typst', { label });
      expect(compiler.compile({ mainFileContent: text }).result).not.toBeNull();
    }
  });
});
