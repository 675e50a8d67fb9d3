/** The numbers that prose can name, and templates that are filled with them. */
import type { EconError } from 'wasmetrics';
import {
  fillTemplate,
  judgeClaims,
  numbersOf,
  type StudyNumbers,
  writeJsonNumbers,
  writeTypstNumbers,
} from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { statisticOf } from '../../../../bindings/paper/tables/paper/parts/statistics.js';
import { provinces, provincesStudy, type ProvincesStudy } from './provinces.js';

let study: ProvincesStudy;
let numbers: StudyNumbers;
beforeAll(async () => {
  study = await provincesStudy(await provinces());
  const { claims } = await judgeClaims(
    { H1: { claim: 'T4.2: Gov > 0 at 0.01', says: 'Services rise' } },
    study,
  );
  numbers = numbersOf({ ...study, claims });
});

const textOf = (name: string) => numbers[name]?.text;

/** The printed columns that show models themselves; column (1) of T5 is a first stage. */
const columns: Readonly<Record<string, string>> = {
  'T4.1': 'T4.1',
  'T4.2': 'T4.2',
  'T5.2': 'T5.1',
  'T5.3': 'T5.2',
  'T7.1': 'T7.1',
  'T7.2': 'T7.2',
  'T7.3': 'T7.3',
};
const shown = () =>
  Object.entries(columns).map(([id, model]) => [id, study.models[model]!] as const);

describe('every number has a name', () => {
  it('coefficients with all that a table can print of them', () => {
    for (const [id, fit] of shown()) {
      for (const term of Object.keys(fit.params)) {
        const value = (suffix: string) => numbers[`${id}.${term}${suffix}`]?.value;
        expect(value('')).toBe(fit.params[term]);
        expect(value('.se')).toBe(fit.stdErrors[term]);
        expect(value(`.${fit.statistic}`)).toBe(fit.statistics[term]);
        expect(value('.p')).toBe(fit.pValues[term]);
        expect([value('.low'), value('.high')]).toEqual(fit.confInt[term]);
      }
    }
  });

  it('statistics by the paths of tables', () => {
    let compared = 0;
    for (const [id, fit] of shown()) {
      const terms = Object.keys(fit.params);
      for (const [name, { value }] of Object.entries(numbers)) {
        const path = name.slice(id.length + 1);
        const isTerm = terms.some((term) => path === term || path.startsWith(`${term}.`));
        if (!name.startsWith(`${id}.`) || isTerm) continue;
        expect([name, statisticOf(fit, path)]).toEqual([name, value]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(300);
    for (const path of ['nobs', 'ar[2].p', 'hansen.p', 'ninstruments'])
      expect(numbers).toHaveProperty([`T5.3.${path}`]);
    expect(numbers['T5.2.firstStage.partialF']).toEqual(numbers['T5.2.firstStage[Gov].partialF']);
    expect(numbers['T5.1.firstStage.partialF']?.value).toBe(
      numbers['T5.2.firstStage.partialF']!.value,
    );
  });

  it('as the tables print them, with their digits and marks', () => {
    expect([textOf('T4.2.Gov'), textOf('T4.2.Gov.se'), textOf('T4.2.Gov.low')]).toEqual([
      '0.0110',
      '0.0021',
      '0.0068',
    ]);
    expect([textOf('T4.2.Gov.stars'), textOf('T4.2.Gov.p'), textOf('T4.2.nobs')]).toEqual([
      '***',
      '<0.001',
      '150',
    ]);
    expect([textOf('T5.2.Gov'), textOf('T5.3.L1.Level'), textOf('T5.3.ar[2].p')]).toEqual([
      '0,006',
      '0,607',
      '0,375',
    ]);
    expect(textOf('T5.3.ar[2].periods[0]')).toBe('2021');
    for (const [id, { body }] of Object.entries(study.tables)) {
      for (const { value, text, name, statistic, column } of body.flatMap((row) => row.cells)) {
        if (value === undefined || statistic !== 'estimate') continue;
        expect(textOf(`${id}.${column}.${name}`)).toBe(text.replace(/\*+$/, ''));
      }
    }
  });

  it('groups, differences, cells of descriptive tables and claims', () => {
    const [regions] = study.comparisons['T7']!;
    const wald = regions!.differences.find(
      ({ between, method }) => between.join() === 'east,west' && method === 'wald',
    )!;
    for (const prefix of ['T7', 'T7.Region']) {
      expect(numbers[`${prefix}.difference.west-east`]?.value).toBe(wald.estimate);
      expect(numbers[`${prefix}.difference.west-east.wald.p`]?.value).toBe(wald.pValue);
      expect(numbers[`${prefix}.joint.p`]?.value).toBe(regions!.joint!.pValue);
      expect(numbers[`${prefix}.east.Gov`]).toEqual(numbers['T7.1.Gov']);
    }
    expect([textOf('T3.Level.mean'), textOf('T3.Gov.n')]).toEqual(['0.080', '150']);
    expect([textOf('H1.verdict'), textOf('H1.says'), textOf('H1.p')]).toEqual([
      'supported',
      'Services rise',
      '<0.001',
    ]);
    expect(textOf('H1.reason')).toMatch(/^T4 column \(2\), OLS: Gov is 0\.01097 /);
  });
});

describe('a template', () => {
  it('is filled in with numbers, formats and other spellings', () => {
    const template =
      '{{T4.2.Gov}}{{T4.2.Gov.stars}}, {{ T4.2.Gov:5 }}, {{T4.2.Gov:2s}}, {{T4.2.rsquaredAdj:1%}}, {{T5.3.L.Level}}, {{T4.2.Gov.pValue}}, \\{{x}}';
    expect(fillTemplate(template, numbers)).toBe(
      '0.0110***, 0.01097, 0.011, 16.6%, 0,607, <0.001, {{x}}',
    );
    expect(
      fillTemplate('p {{T4.2.Gov.p}} {{T4.2.Gov.stars}}', numbers, { format: 'markdown' }),
    ).toBe('p &lt;0.001 \\*\\*\\*');
    expect(fillTemplate('p {{T4.2.Gov.p}}', numbers, { format: 'latex' })).toBe(
      'p \\ensuremath{<}0.001',
    );
    expect(fillTemplate('{{T4.2.Gov}} is', numbers, { anchors: true })).toBe(
      '0.0110<!--T4.2.Gov--> is',
    );
  });

  it.each([
    [
      'one\n two {{T4.2.Gvo}}',
      'unknown-number: line 2, column 6: the study has no number "T4.2.Gvo" (did you mean "T4.2.Gov"?)',
    ],
    [
      'one {{T4.2',
      'bad-template: line 1, column 5: expected "}}" after "{{" and a name, found none; write "\\{{" for a literal',
    ],
    ['{{}}', 'unknown-number: line 1, column 1: the study has no number ""'],
  ])('with a mistake names its line and column: %s', (template, message) => {
    try {
      fillTemplate(template, numbers);
      expect.unreachable();
    } catch (error) {
      const { code, message: text } = error as EconError;
      expect(`${code}: ${text}`.slice(0, message.length)).toBe(message);
    }
  });
});

describe('files of numbers', () => {
  it('are read by Typst and JSON', async () => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const source = `${writeTypstNumbers(numbers)}\n#wm("T4.2.Gov") #wm("H1.verdict")`;
    const svg = NodeCompiler.create().plainSvg({ mainFileContent: source });
    expect(svg).toContain('<svg');
    const parsed = JSON.parse(writeJsonNumbers(numbers)) as StudyNumbers;
    expect(parsed).toEqual(numbers);
  });
});
