/** The model from the code of other programs, and as their code. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { openWriting } from './first-estimate.js';

const visits = visit();

async function openCode() {
  const page = await openWriting(visits, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('tab', { name: 'Code', exact: true }).click();
  const field = page.getByRole('textbox', { name: /^A command or script/ });
  const use = (text: string) =>
    field.fill(text).then(() => page.getByRole('button', { name: 'Use as the model' }).click());
  return { page, use };
}

test('a command of xtabond2 becomes the model, and what it leaves out is said', async () => {
  const { page, use } = await openCode();
  await use('xtabond2 n L.n w, gmm(n, lag(3 5) collapse) iv(w) twostep robust nomata');
  await page.getByText('nomata is left out, because it does not affect the estimates').waitFor();
  expect(await page.getByRole('textbox', { name: 'Formula' }).inputValue()).toBe('n ~ L1.n + w');
  await page.getByText('lags 3 to 5').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('lags 2 to 4').waitFor();
  await page.close();
});

test('a script of several commands asks which, and a wrong command is refused with its place', async () => {
  const { page, use } = await openCode();
  await use('xtset id year\nxtabond2 n L.n k, gmm(n, lag(2 4)) iv(k)\nreghdfe n w, absorb(id)\n');
  await page.getByRole('button', { name: 'Line 3: n ~ w | id' }).click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Formula' }).inputValue())
    .toBe('n ~ w | id');
  await use('xtabond2 n L.n, gmm(n');
  await page.getByText('expected ")" to close gmmstyle(', { exact: false }).waitFor();
  await page.close();
});

test('the model is written for other programs and for this package, and copied', async () => {
  const { page } = await openCode();
  const stata = page.getByRole('region', { name: 'xtabond2' });
  await stata.getByText('xtabond2 n L(1/2).n w k', { exact: false }).waitFor();
  await stata.getByRole('button', { name: 'Copy the code for xtabond2' }).click();
  await stata.getByText('Copied.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('gmm(n, lag(2 4)) gmm(w, lag(1 3)) iv(k) twostep robust');
  const programs = await page
    .getByRole('region')
    .getByRole('heading', { level: 3 })
    .allInnerTexts();
  expect(programs).toEqual(
    expect.arrayContaining(['gretl', 'pydynpd', 'JavaScript', 'Command line']),
  );
  await page.getByText('plm cannot express an intercept', { exact: false }).waitFor();
  await page.close();
});

test('the JavaScript and the command of the page print the report of the model', async () => {
  const { page } = await openCode();
  const codeOf = (program: string) =>
    page.getByRole('region', { name: program, exact: true }).locator('code').textContent();
  const folder = mkdtempSync(join(tmpdir(), 'code-'));
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const data = gunzipSync(readFileSync(join(root, 'dist/web/abdata.csv.gz')));
  writeFileSync(join(folder, 'abdata.csv'), data);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/wasmetrics'));
  writeFileSync(join(folder, 'program.mjs'), (await codeOf('JavaScript'))!);
  const command = (await codeOf('Command line'))!.replace(
    'npx wasmetrics',
    `node ${join(root, 'dist/cli/main.js')}`,
  );
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const printed = execFileSync(process.execPath, ['program.mjs'], options);
  expect(printed).toMatch(/^System GMM[^]*\nL1\.n +0\.945 /);
  expect(execFileSync('bash', ['-c', command], options)).toContain(printed.trim());
  rmSync(folder, { recursive: true });
  await page.close();
});
