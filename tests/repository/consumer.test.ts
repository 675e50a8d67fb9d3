/** What the compiler of a user says of the built declarations; `npm run test:types` asks other versions of it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { type Surroundings, writeConsumer } from './consumer.js';

test.each<Surroundings>(['browser', 'node'])(
  'declarations and tests of types compile with the types of %s, without optional packages',
  (surroundings) => {
    const folder = writeConsumer(surroundings);
    const config = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    })!;
    const program = ts.createProgram(config.fileNames, config.options);
    const found = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const line = file && file.getLineAndCharacterOfPosition(start).line + 1;
      return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
    rmSync(folder, { recursive: true });
    expect(config.fileNames.length).toBeGreaterThan(2);
    expect(found).toEqual([]);
  },
);
