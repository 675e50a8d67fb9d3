/** Words of options are taken in any spelling, as in the library. */
import { type Argument, type Command, Option } from 'commander';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { help } from '../../bindings/words/en/help.js';
import { addCommands } from '../../cli/commands/index.js';
import type { Host } from '../../cli/host.js';
import { createProgram } from '../../cli/program.js';
import { every } from '../every.js';
import { workplace } from './run.js';

type Parser = Command & {
  _callParseArg(target: Option | Argument, text: string, previous: unknown): unknown;
};

const spellingsOf = (word: string) => [
  word,
  word.toUpperCase(),
  word.replaceAll('-', '_'),
  word.replaceAll('-', ' '),
  word.replaceAll('-', ''),
];

const host = { stdout: process.stdout, stderr: process.stderr } as unknown as Host;
const program = createProgram(host, { topic: 'all', words: help });
await addCommands(program, [], [host, () => Promise.resolve()]);
const commandsOf = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(commandsOf),
];

/** Each option and argument that has choices. */
const withChoices = commandsOf(program).flatMap((command) =>
  [...command.options, ...command.registeredArguments].flatMap((target) =>
    target.argChoices === undefined
      ? []
      : [{ command: command as Parser, target, words: target.argChoices }],
  ),
);

test('each choice of an option or argument is taken in every spelling, and no other word is', async () => {
  expect(withChoices.length).toBeGreaterThan(15);
  await every(
    withChoices,
    ({ command, target }) =>
      `${command.name()} ${target instanceof Option ? target.flags : target.name()}`,
    ({ command, target, words }) => {
      const read = (text: string) => command._callParseArg(target, text, undefined);
      for (const word of words) {
        const known = target.variadic ? [word] : word;
        for (const spelling of spellingsOf(word)) expect(read(spelling)).toEqual(known);
      }
      expect(() => read('zzz')).toThrow(`Expected one of ${words.join(', ')}.`);
    },
  );
});

const place = workplace();
afterAll(place.remove);
const data = fileURLToPath(new URL('../../examples/abdata.csv', import.meta.url));
const index = ['--columns', 'n:+,w:-', '--json'];

test.each([
  [
    ['ols', data, 'n ~ w', '--vcov', 'hc1'],
    ['ols', data, 'n ~ w', '--vcov', 'HC1'],
  ],
  [
    ['fit', data, 'n ~ w', '--estimator', 'OLS', '--language', 'ZH'],
    ['fit', data, 'n ~ w', '--estimator', 'ols', '--language', 'zh'],
  ],
  [
    ['panel', data, 'n ~ w', '--unit', 'id', '--time', 'year', '--effects', 'First Difference'],
    ['panel', data, 'n ~ w', '--unit', 'id', '--time', 'year', '--effects', 'first-difference'],
  ],
  [
    ['ols', data, 'n ~ w', '--bootstrap', '99', '--scheme', 'Wild', '--json', '--cluster', 'id'],
    ['ols', data, 'n ~ w', '--bootstrap', '99', '--scheme', 'wild', '--json', '--cluster', 'id'],
  ],
  [
    ['index', 'EQUAL', data, ...index, '--normalise', 'MinMax', '--aggregate', 'Geometric'],
    ['index', 'equal', data, ...index, '--normalise', 'minmax', '--aggregate', 'geometric'],
  ],
  [
    ['index', 'topsis', data, ...index, '--weights', 'CRITIC'],
    ['index', 'topsis', data, ...index, '--weights', 'critic'],
  ],
  [
    ['index', 'PCA', data, '--columns', 'n,w,k', '--keep', 'Share:0.85', '--score', 'First'],
    ['index', 'pca', data, '--columns', 'n,w,k', '--keep', 'share:0.85', '--score', 'first'],
  ],
  [
    ['test', data, 'n ~ w + k', 'w', 'k', '--adjust', 'Holm,BH,Sharpened_Q'],
    ['test', data, 'n ~ w + k', 'w', 'k', '--adjust', 'holm,bh,sharpened-q'],
  ],
  [
    ['describe', data, '--format', 'CSV'],
    ['describe', data, '--format', 'csv'],
  ],
])('%j', async (given, exact) => {
  const found = await place.wasmetrics(given);
  expect(found).toMatchObject({ status: 0, stderr: expect.not.stringContaining('wasmetrics:') });
  expect(found.stdout).toEqual((await place.wasmetrics(exact)).stdout);
});
