/** Help in Chinese has words for every text, and no others; English help is what the sources say. */
import type { Command } from 'commander';
import { beforeAll, expect, test } from 'vitest';
import type { HelpWords } from '../../bindings/words/en/help.js';
import { help as english } from '../../bindings/words/en/help.js';
import { helps } from '../../bindings/words/languages/help.js';
import { addCommands } from '../../cli/commands/index.js';
import { estimatorsWith } from '../../cli/estimators/names.js';
import { addEstimatorOptions } from '../../cli/models/formula.js';
import type { Host } from '../../cli/host.js';
import { createProgram } from '../../cli/program.js';

const chinese = helps.zh;
const used = new Set<string>();
const missing = new Set<string>();

/** The Chinese words, which note the texts that are asked for. */
const words: HelpWords = {
  ...chinese,
  texts: new Proxy(chinese.texts, {
    get(texts, text: string) {
      (text in texts ? used : missing).add(text);
      return texts[text];
    },
  }),
};

let printed = '';
const output = { write: (text: string) => void (printed += text) };
const host = { stdout: output, stderr: output } as unknown as Host;

/** A program with all commands and topics, whose `fit` takes the options of an estimator. */
async function programOf(estimator: string): Promise<Command> {
  const program = createProgram(host, { topic: 'all', words });
  await addCommands(program, [], [host, () => Promise.resolve()]);
  addEstimatorOptions(program, ['fit', 'a.csv', 'y ~ x', '--estimator', estimator]);
  return program;
}

const commandsOf = (command: Command): Command[] => [
  command,
  ...command.commands.filter((one) => one.name() !== 'complete-words').flatMap(commandsOf),
];

beforeAll(async () => {
  for (const estimator of estimatorsWith()) {
    for (const command of commandsOf(await programOf(estimator))) command.helpInformation();
  }
  const short = createProgram(host, { topic: undefined, words });
  await addCommands(short, ['ols'], [host, () => Promise.resolve()]);
  for (const command of commandsOf(short)) command.helpInformation();
});

test('every description and heading has Chinese words', () => {
  expect([...missing]).toEqual([]);
});

test('texts below the options are Chinese but for examples, and no words are left over', async () => {
  for (const command of commandsOf(await programOf('ols'))) command.outputHelp();
  const prose = printed.split('\n').filter((line) => /^\S/.test(line));
  expect(prose.filter((line) => !/\p{Script=Han}/u.test(line))).toEqual([]);
  expect(printed).not.toMatch(/\p{Script=Han}[,:;()!?]|undefined/u);
  expect(Object.keys(chinese.texts).filter((text) => !used.has(text))).toEqual([]);
});

test.each(estimatorsWith())('English help of %s fits on a screen', async (estimator) => {
  const program = createProgram(host, { topic: undefined, words: english });
  await addCommands(program, [estimator], [host, () => Promise.resolve()]);
  printed = '';
  program.commands.find((one) => one.name() === estimator)!.outputHelp();
  const lines = printed.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(50);
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
});
