/** The programs of docs/how-to/arrays.md without a page print what the page says. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(`${root}docs/how-to/arrays.md`, 'utf8');

/** Programs with the text that they print; a block `text` would be that of a command. */
const programs = [
  ...guide.matchAll(/^## (.+)\n[^#]*?^```js\n([^]+?)^```\n\n```txt\n([^]+?)^```$/gm),
].map(([, title = '', code = '', text = '']) => ({ title, code, text }));

/** Stands for a page with a button and a bar. */
const page = 'globalThis.document = { querySelector: () => ({}) };';

test('are those of the page', () => expect(programs).toHaveLength(4));

test.each(programs)('$title', ({ code, text }) => {
  const program = `${code.includes('document.') ? page : ''}${code}`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(printed).toBe(text);
});
