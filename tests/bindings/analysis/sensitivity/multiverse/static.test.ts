/** Multiverses of least squares, panels and models with instruments. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  countSpecifications,
  fitModel,
  type ModelInput,
  multiverse,
  type MultiverseOptions,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { multiverseSvg, toCsv, toText } from 'wasmetrics/report';
import type { Choices } from 'wasmetrics/types';

const data = parseCsv(readFileSync('tests/golden/provinces/data.csv', 'utf8'));
const panel = { unit: 'province', time: 'year' } as const;
const ols: ModelInput = { estimator: 'ols', panel, formula: 'Level ~ Gov + IL + Open' };
const iv: ModelInput = { estimator: 'iv', panel, formula: 'Level ~ IL | Gov ~ UR' };

const run = (over: Choices, model: ModelInput = ols, options: MultiverseOptions = {}) =>
  multiverse(data, model, { over, workers: 0, ...options });
const formulas = async (over: Choices, model: ModelInput = ols) =>
  (await run(over, model)).specifications.map(({ formula }) => formula);

describe('the choices of a static model', () => {
  test('are all subsets of the controls by default, the written model among them', async () => {
    const { specifications, combinations, choices } = await multiverse(data, ols, { workers: 0 });
    expect(combinations).toBe(4);
    expect(choices.map(({ name }) => name)).toEqual(['control IL', 'control Open']);
    expect(specifications.map(({ formula, own }) => [formula, own])).toEqual([
      ['Level ~ Gov + IL + Open', true],
      ['Level ~ Gov + IL', false],
      ['Level ~ Gov + Open', false],
      ['Level ~ Gov', false],
    ]);
  });

  test('take listed controls in the order of the formula, new ones at the end', async () => {
    expect(await formulas({ controls: [['PGpc', 'Open'], null, 'Open + IL'] })).toEqual([
      'Level ~ Gov + Open + PGpc',
      'Level ~ Gov',
      'Level ~ Gov + IL + Open',
    ]);
  });

  test('go together by conditions, and the written model stays', async () => {
    const over = { controls: 'all', vcov: ['HC1', 'cluster:province'] } as const;
    const conditions = [
      'if control IL then vcov = HC1',
      'IF not Open and not IL THEN not vcov = cluster:province',
    ];
    const { specifications, combinations } = await run(over, ols, { conditions });
    expect(combinations).toBe(5);
    expect(countSpecifications({ ...ols, multiverse: { over, conditions } })).toBe(5);
    expect(specifications.map(({ choices, own }) => [...Object.values(choices), own])).toEqual([
      [true, true, 'unadjusted', true],
      [true, true, 'HC1', false],
      [true, false, 'HC1', false],
      [false, true, 'HC1', false],
      [false, true, 'cluster province', false],
      [false, false, 'HC1', false],
    ]);
    const { choices } = await run(over, ols, { conditions: ['if not IL then IL'] });
    expect(choices.find(({ name }) => name === 'control IL')!.values).toEqual([true]);
    const wrong = (text: string) => run(over, ols, { conditions: [text] });
    await expect(wrong('IL')).rejects.toThrow(
      /conditions\[0\]: expected if A = B then not C = D, with control IL = /,
    );
    await expect(wrong('if x then IL')).rejects.toThrow(
      /Open = true or false; vcov = HC1 or cluster province, found if x/,
    );
    await expect(wrong('if IL then vcov = HC9')).rejects.toThrow(/found if IL then vcov = HC9/);
  });

  test('are counted exactly, however many combinations conditions exclude', () => {
    const names = Array.from({ length: 40 }, (_, i) => `x${i}`);
    const formula = `y ~ z + ${names.join(' + ')}`;
    const conditions = names.slice(1).map((name, i) => `if x${i} then not ${name}`);
    const over = { controls: 'all' } as const;
    const model = { estimator: 'ols', formula, multiverse: { over, conditions } } as const;
    expect(countSpecifications(model)).toBe(267_914_296); // Fibonacci's number 42
  });

  test('change lags of the outcome with it', async () => {
    const lagged = { ...ols, formula: 'Level ~ Gov + L.Level + L.Level:IL' };
    expect(await formulas({ outcomes: ['log(GDPpc)', 'Level'] }, lagged)).toEqual([
      'log(GDPpc) ~ Gov + L1.log(GDPpc) + L1.log(GDPpc):IL',
      'Level ~ Gov + L1.Level + L1.Level:IL',
    ]);
  });

  test('combine a sample with the filter of the model', async () => {
    const east = { ...ols, where: 'Region == "east" || Region == "west"' };
    const { specifications } = await run({ samples: { all: null, late: 'year > 2019' } }, east);
    const both = await fitModel(data, {
      ...ols,
      where: '(Region == "east" || Region == "west") && year > 2019',
    });
    expect(specifications[1]!.estimate).toMatchObject({
      estimate: both.params['Gov'],
      nobs: both.nobs,
    });
  });

  test('turn two-stage least squares into GMM with the weight of their covariance', async () => {
    const over: Choices = { vcov: ['cluster:province'], methods: ['2sls', 'gmm'] };
    const overidentified: ModelInput = { ...iv, formula: 'Level ~ IL | Gov ~ UR + SFE' };
    const { specifications } = await run(over, overidentified);
    const cluster = { type: 'cluster', cluster: 'province' } as const;
    const gmm = { ...overidentified, estimator: 'gmm', weight: cluster, vcov: cluster } as const;
    const fit = await fitModel(data, gmm as ModelInput);
    const { estimate } = specifications.find(({ choices }) => choices['method'] === 'two-step')!;
    expect(estimate).toMatchObject({
      estimate: fit.params['Gov'],
      stdError: fit.stdErrors['Gov'],
      hansen: fit.tests.hansen!.pValue,
    });
  });

  test('that cannot be estimated are listed with the reason', async () => {
    const over: Choices = {
      controls: [[], ['Open'], ['year', 'log(Region)']],
      samples: { all: null, tiny: 'province == "Beijing" && year == 2018' },
    };
    const result = await run(over);
    expect(result.specifications).toHaveLength(7);
    expect(result.failures.map(({ code, count }) => [code, count])).toEqual([
      ['text-in-numeric-column', 2],
      ['no-degrees-of-freedom', 1],
      ['no-degrees-of-freedom', 1],
    ]);
    expect(toText(result)).toContain('2 specifications failed: column "Region" must hold numbers');
  });

  test('count controls that are left out as collinear', async () => {
    const collinear = { ...ols, formula: 'Level ~ Gov + IL + i(Region)' };
    const { specifications, warnings } = await run({ fixedEffects: ['province'] }, collinear);
    const omitted = specifications.flatMap(({ estimate }) => estimate?.omitted ?? []);
    expect(omitted).toEqual(['Region=east', 'Region=west']);
    expect(warnings!.map(({ code }) => code)).toContain('collinear-omitted');
  });

  test('and a coefficient that is left out have no estimate', async () => {
    const collinear = { ...ols, formula: 'Level ~ i(Region) + Gov' };
    const over: Choices = { fixedEffects: [null, 'province'] };
    const result = await run(over, collinear, { coefficient: 'Region=east' });
    expect(result.failures.map(({ code }) => code)).toEqual(['no-coefficient']);
    expect(result.all.count).toBe(1);
  });
});

describe('choices that are wrong', () => {
  test.each<[object, RegExp, object?]>([
    [{ control: 'all' }, /unknown key multiverse.over.control \(did you mean "controls"\?\)/],
    [{ controls: [] }, /controls: expected at least one value/],
    [{ controls: 'some' }, /controls: expected all, or a list of sets/],
    [{ controls: [['Gov']] }, /expected regressors other than Gov, found Gov in "Gov"/],
    [{ controls: ['IL Open', ['Open', 'IL']] }, /controls: .*found IL \+ Open twice/],
    [{ controls: [['Opn']] }, /unknown column "Opn" \(did you mean "Open"\?\)/],
    [{ outcomes: ['Lvel'] }, /unknown column "Lvel" \(did you mean "Level"\?\)/],
    [{ outcomes: ['Level', 'Level'] }, /outcomes: expected values that differ/],
    [{ fixedEffects: ['yaer'] }, /unknown column "yaer"/],
    [{ vcov: ['HC9'] }, /vcov\[0\].type: expected one of unadjusted/],
    [{ vcov: ['cluster:id2'] }, /unknown column "id2" \(did you mean "id"\?\)/],
    [{ samples: { none: 'year > 2050' } }, /samples.none: expected a filter that keeps rows/],
    [{ samples: {} }, /samples: expected at least one value/],
    [{ samples: ['year > 2018'] }, /samples: expected row filters by name/],
    [{ methods: ['fe'] }, /unknown key multiverse.over.methods/],
    [{ methods: ['fee'] }, /methods\[0\]: expected one of within/, { estimator: 'panel' }],
    [{ methods: ['fe', 'within'] }, /methods: expected values that differ/, { estimator: 'panel' }],
  ])('are refused: %j', async (over, message, keys = {}) => {
    const model = { ...ols, ...keys } as ModelInput;
    await expect(run(over as Choices, model)).rejects.toThrow(message);
  });

  test('a million combinations are counted, not made', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `x${i}`).join(' + ');
    const model = { ...ols, formula: `Level ~ Gov + ${many}` };
    expect(countSpecifications(model)).toBe(2 ** 40);
    await expect(multiverse(data, model)).rejects.toMatchObject({
      code: 'too-many-specifications',
    });
  });

  test('an unknown coefficient is refused with the nearest', async () => {
    const wrong = run({ controls: 'all' }, ols, { coefficient: 'Gv' });
    await expect(wrong).rejects.toThrow(/found Gv \(did you mean "Gov"\?\)/);
    const lag = { ...ols, formula: 'Level ~ L.Level + Gov' };
    await expect(run({ outcomes: ['Level', 'IL'] }, lag)).rejects.toThrow(
      /found L1.Level, which changes with the outcome/,
    );
  });
});

describe('the report of a static multiverse', () => {
  test('has a line of CSV for each specification with its formula', async () => {
    const [heading, first] = toCsv(await run({ controls: 'all' })).split('\n');
    expect(heading).toBe(
      'control IL,control Open,own,admissible,estimate,stdError,pValue,nobs,low,high,failure,omitted,warnings,formula',
    );
    expect(first).toMatch(/^true,true,true,true,0\.01.*Level ~ Gov \+ IL \+ Open$/);
    const instruments: Choices = { instruments: ['UR', 'UR SFE'] };
    expect(toCsv(await run(instruments, iv)).split('\n')[0]).toContain(
      'rankInstruments,kleibergenPaapF,hansen,sargan',
    );
  });

  test('says what the share is, and no rule', async () => {
    const text = toText(await run({ controls: 'all', outcomes: ['Level', 'GovSupport'] }));
    expect(text).toContain('Multiverse of Gov in a regression of Level');
    expect(text).toContain('is no p-value');
    expect(text).toContain('compare estimates within an outcome');
    expect(text).not.toContain('admissible');
  });

  test('shows the first values of a long choice, and how many more there are', async () => {
    const columns = ['IL', 'Open', 'PGpc', 'UR', 'SFE', 'ind1', 'ind2', 'ind3', 'ind4', 'ind5'];
    const result = await run({ controls: columns });
    expect(toText(result)).toContain('2 more values');
    expect(toText(result, { form: 'full' })).not.toContain('more values');
  });

  test('is drawn with the rows of each specification and a strip for each control', async () => {
    const svg = multiverseSvg(await run({ controls: 'all' }));
    expect(svg).toContain('>rows<');
    expect(svg).toContain('>control IL<');
    expect(svg).toContain('>not significant<');
    const long = { controls: [['IL', 'Open', 'PGpc', 'UR', 'SFE', 'lnGDPpc', 'DigitalTech'], []] };
    expect(multiverseSvg(await run(long))).toContain('…');
  });
});
