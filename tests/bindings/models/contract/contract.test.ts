/**
 * Every public analysis on every estimator, on one that no analysis knows, and on twins: an estimator with another name
 * that answers as one of the library has the same analyses, as none knows it by name.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareGroups, fitModel, influence, type ModelInput } from '../../../../bindings/index.js';
import { estimatorNames } from '../../../../bindings/models/registry.js';
import { analyses, outcomeOf, type Subject } from './check-estimator.js';
import { dataOf, modelOf, models, where } from './models.js';
import { registerPoisson } from './poisson.js';
import { registerTwins, twinOf } from '../twins.js';

let forget: readonly (() => void)[];
beforeAll(async () => {
  forget = [await registerTwins(), registerPoisson()];
});
afterAll(() => forget.forEach((one) => one()));

/** Code of other programs is written by the names of estimators. */
const byName = /^(exportModel|compatReport|starterStudy)/;

/** Those of the library, before others are registered. */
const ours: readonly string[] = estimatorNames();
const names = [...new Set([...Object.keys(models), ...ours])];

const subjectOf = async (model: ModelInput): Promise<Subject> => {
  const table = dataOf();
  return { table, model, fit: await fitModel(table, model), of: 'w' };
};

describe.each(names)('%s', (name) => {
  let subject: Subject;
  let twin: Subject | undefined;
  beforeAll(async () => {
    const model = modelOf(name);
    subject = await subjectOf(model);
    if (ours.includes(name)) twin = await subjectOf({ ...model, estimator: twinOf(name) } as never);
  });

  test.each(Object.keys(analyses))(
    '%s gives a value or says what is missing, and for its twin too',
    async (analysis) => {
      const outcome = await outcomeOf(analyses[analysis]!, subject);
      outcomes.set(`${name}: ${analysis}`, outcome);
      if (twin !== undefined && !byName.test(analysis))
        expect(await outcomeOf(analyses[analysis]!, twin)).toBe(outcome);
    },
    120_000,
  );
});

test('the estimate of Poisson without a unit is that of the other units', async () => {
  const table = dataOf();
  const whole = await fitModel(table, models['poisson']!);
  const { units } = await influence(whole, { workers: 0 });
  const { unit, params } = units[0]!;
  const others = `${where} && id != ${unit}`;
  const rest = await fitModel(table, { ...models['poisson']!, where: others });
  for (const [name, change] of Object.entries(params)) {
    expect(rest.params[name]! - whole.params[name]!).toBeCloseTo(change, 8);
  }
});

test('suest compares groups by the influence functions of Poisson', async () => {
  const options = { by: 'half', of: 'w', methods: ['suest', 'bootstrap'], reps: 199 } as const;
  const { differences, groups } = await compareGroups(dataOf(), models['poisson']!, options);
  const [suest, drawn] = differences;
  const sum = groups.reduce((total, { stdError }) => total + stdError! ** 2, 0);
  expect(suest!.stdError! ** 2 / sum).toBeCloseTo(1, 1);
  expect(drawn!.stdError! / suest!.stdError!).toBeGreaterThan(0.5);
});

const outcomes = new Map<string, string>();

test('what each estimator has', async () => {
  const rows = Object.keys(analyses).map((analysis) =>
    ['', analysis, ...names.map((name) => outcomes.get(`${name}: ${analysis}`) ?? 'fails'), '']
      .join(' | ')
      .trim(),
  );
  const head = ['', 'analysis', ...names, ''].join(' | ').trim();
  const table = [head, `|${' --- |'.repeat(names.length + 1)}`, ...rows, ''].join('\n');
  await expect(table).toMatchFileSnapshot('contract.txt');
});
