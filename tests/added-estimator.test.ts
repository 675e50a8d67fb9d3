/** An estimator that is registered appears wherever estimators are listed. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCsv } from '../bindings/entries/data.js';
import { starterStudy } from '../bindings/entries/study.js';
import { laterEstimator, registerEstimator } from '../bindings/models/reading/load-estimator.js';
import { traitsOf, usualEstimator } from '../bindings/models/registry.js';
import { notPlanned } from '../cli/cluster/commands.js';
import { candidatesOf } from '../cli/completion/words.js';
import { addEstimatorOptions } from '../cli/models/formula.js';

const name = 'medians';
const summary = 'least absolute deviations';

let program: Command;
let forget: () => void;
beforeAll(async () => {
  const usual = traitsOf(usualEstimator)!;
  const shortest = { ...usual.shortest, estimator: name, formula: 'y ~ x' };
  forget = registerEstimator(
    { ...usual, name, words: { ...usual.words, summary }, shortest },
    { ...(await laterEstimator(usualEstimator).load()), name },
  );
  const { addCommands } = await import('../cli/commands/index.js');
  program = new Command();
  await addCommands(program, [], [{} as never, () => Promise.resolve()]);
});
afterAll(() => forget());

const commandOf = (called: string) => program.commands.find((one) => one.name() === called)!;

test('it has a command with its summary and the options of a regression', () => {
  expect(program.helpInformation()).toMatch(new RegExp(`^ +${name} .*${summary}$`, 'm'));
  const help = commandOf(name).helpInformation();
  expect(help).toContain('such as "y ~ x"');
  for (const flag of ['--unit', '--where', '--vcov', '--bootstrap']) expect(help).toContain(flag);
});

test('--estimator takes it and names it', () => {
  addEstimatorOptions(program, ['margins', 'a.csv', 'y ~ x', '--estimator', name]);
  expect(commandOf('margins').helpInformation()).toContain(name);
  expect(() => addEstimatorOptions(program, ['predict', '--estimator', 'nope'])).toThrow(name);
});

test('completion offers it as a command and as an estimator', () => {
  const offered = (words: readonly string[]) => JSON.stringify(candidatesOf(program, words));
  expect(offered(['med'])).toContain(name);
  expect(offered(['fit', '--estimator', 'med'])).toContain(name);
});

test('help of multiverse names its choices', () => {
  let help = '';
  const command = commandOf('multiverse').configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  expect(help).toMatch(new RegExp(`^  ${name}  controls, build, samples, `, 'm'));
});

test('its bootstraps can be planned', () => {
  expect(notPlanned([name, 'a.csv', 'y ~ x'])).toBeUndefined();
});

test('a study to start from lists it, with a model of it', async () => {
  const data = parseCsv(readFileSync('examples/abdata.csv', 'utf8'));
  const { text } = await starterStudy(data, { data: 'a.csv' });
  expect(text).toContain(`${name}  ${summary}`);
  expect(text).toContain(`- { estimator: ${name}, formula: "emp ~ wage" }`);
});
