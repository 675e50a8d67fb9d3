/** The commands of the documentation run as written, and print what the documentation quotes. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, type Workplace, workplace } from './run.js';
import { runScript } from './shell.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/cli/main.js');

const pages = ['README.md', 'docs/tutorial/first-model.md'].concat(
  readdirSync(join(root, 'docs/how-to')).map((name) => `docs/how-to/${name}`),
);

/** Quoted results of commands that another page runs. */
const quoting = ['docs/reference/simulation.md', 'docs/reference/weak-identification.md'];

function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const fence = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm');
  return [...text.matchAll(fence)].map(([, block = '']) => block);
}

/** The first line of each script, which names its test, and the script. */
const scriptsOf = (page: string): [string, string][] =>
  blocksOf(page, 'sh')
    .filter((script) => script.includes('npx wasmetrics'))
    .map((script) => [script.split('\n', 1)[0] ?? '', script]);

/** Lines may be left out of a quotation and broken elsewhere, as pages are narrower than output. */
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const linesOf = (quotation: string): string[] =>
  quotation
    .split(/\n|…/)
    .map(squeeze)
    .filter((line) => line !== '');

let place: Workplace;
beforeAll(() => {
  place = workplace();
  cpSync(join(root, 'examples'), join(place.folder, 'examples'), { recursive: true });
});
afterAll(() => place.remove());

/** With each command as a process, as a reader of the README runs it. */
function runAsTyped(script: string): Finished {
  const program = `set -e; npx() { shift; '${process.execPath}' '${main}' "$@"; }\n`;
  return spawnSync('bash', ['-c', program + script], { cwd: place.folder, encoding: 'utf8' });
}

let printed = '';

describe.each(pages)('%s', (page) => {
  it.each(scriptsOf(page))('runs %s …', async (_, script) => {
    const run = page === 'README.md' ? runAsTyped(script) : await runScript(place, script);
    printed += squeeze(run.stdout + run.stderr) + ' ';
    expect(run.status, run.stderr).toBe(0);
  });

  it('quotes what its commands print', () => {
    for (const line of blocksOf(page, 'text').flatMap(linesOf)) expect(printed).toContain(line);
  });
});

it.each(quoting)('%s quotes what the commands print', (page) => {
  for (const line of blocksOf(page, 'text').flatMap(linesOf)) expect(printed).toContain(line);
});
