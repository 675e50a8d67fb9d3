/** A language is one folder: the build lists it, and no other source names it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOf, root } from './program.js';

const copy = join(root, 'build/languages');
afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Languages {
  readonly languages: readonly string[];
  readonly vocabularyOf: (language: string) => { readonly tag: string };
}

test('a folder with a vocabulary is a language after the build', async () => {
  rmSync(copy, { recursive: true, force: true });
  for (const part of ['bindings/words', 'scripts/schemas', 'scripts/languages.mjs']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  mkdirSync(join(copy, 'bindings/words/eo'));
  writeFileSync(
    join(copy, 'bindings/words/eo/index.ts'),
    `import { vocabulary as english } from '../en/index.js';
     export const vocabulary: typeof english = () => ({ ...english(), tag: 'eo' });`,
  );
  execFileSync(process.execPath, [join(copy, 'scripts/languages.mjs')]);
  const made = (await import(join(copy, 'bindings/words/languages/index.ts'))) as Languages;
  expect(made.languages).toEqual(['en', 'eo', 'zh']);
  expect(made.languages.map((name) => made.vocabularyOf(name).tag)).toEqual([
    'en',
    'eo',
    'zh-Hans',
  ]);
});

test('the lists of languages are those of their folders', () => {
  const lists = ['names.ts', 'vocabularies.ts', 'explained.ts'].map(
    (name) => `bindings/words/languages/${name}`,
  );
  cpSync(join(root, 'bindings/words'), join(copy, 'present/bindings/words'), { recursive: true });
  cpSync(join(root, 'scripts'), join(copy, 'present/scripts'), { recursive: true });
  execFileSync(process.execPath, [join(copy, 'present/scripts/languages.mjs')]);
  for (const list of lists) {
    expect(readFileSync(join(copy, 'present', list), 'utf8')).toBe(
      readFileSync(join(root, list), 'utf8'),
    );
  }
});

test('no source outside its folder names a language', () => {
  const named = ['bindings', 'bullmq', 'cli', 'web', 'scripts']
    .flatMap((folder) => filesOf(folder))
    .filter((file) => !/^(bindings|web)\/words\/zh\//.test(file))
    .filter((file) => /['"]zh['"]|words\/zh\//.test(readFileSync(join(root, file), 'utf8')));
  expect(named.sort()).toEqual(['bindings/words/languages/names.ts', 'web/words/words.ts']);
});
