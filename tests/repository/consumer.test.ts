/** What the compiler of a user says of the built declarations; `npm run test:types` asks other versions of it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { every } from '../every.js';
import { type Surroundings, writeConsumer } from './consumer.js';
import { headLines, mistakes, program as wrongProgram } from './mistakes.js';

interface Found {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What the compiler finds in a program of a user, which may have one more file. */
function foundIn(surroundings: Surroundings, files: Readonly<Record<string, string>> = {}) {
  const folder = writeConsumer(surroundings);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const config = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  })!;
  const program = ts.createProgram(config.fileNames, config.options);
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, start = 0, messageText }): Found => ({
      file: file?.fileName ?? '',
      line: file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0,
      text: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
  rmSync(folder, { recursive: true });
  expect(config.fileNames.length).toBeGreaterThan(2);
  return found;
}

test('declarations and tests of types compile with the types of node, without optional packages', () => {
  expect(foundIn('node')).toEqual([]);
});

test('so they do with those of a browser; of mistakes the compiler says in short what is wrong', async () => {
  const found = foundIn('browser', { 'mistakes.ts': wrongProgram });
  const isOfMistakes = ({ file }: Found) => file.endsWith('mistakes.ts');
  expect(found.filter((one) => !isOfMistakes(one))).toEqual([]);
  const ofLine = (at: number) => found.filter((one) => isOfMistakes(one) && one.line === at);
  await every(
    mistakes.map((mistake, i) => [...mistake, ofLine(headLines + 1 + i)] as const),
    ([code]) => code,
    ([, told, messages]) => {
      expect(messages.length).toBe(1);
      const [{ text }] = messages as [Found];
      expect(text).toContain(told);
      const lines = text.split('\n');
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(330);
    },
  );
});
