/** The JSON Schemas of model and study files: made from the keys, as strict as the reader, true of every example. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { type InputError, parseModel } from 'wasmetrics';
import { beforeAll, describe, expect, it, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');

let isModel: ValidateFunction;
let isStudy: ValidateFunction;

beforeAll(() => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  });
  isModel = ajv.compile(JSON.parse(read('schema/model.json')));
  isStudy = ajv.compile(JSON.parse(read('schema/study.json')));
});

/** Models of the golden cases and of the examples. */
function models(): { readonly place: string; readonly model: Record<string, unknown> }[] {
  const golden = readdirSync(`${root}tests/golden`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .flatMap((path) => {
      const { model } = JSON.parse(read(`tests/golden/${path}`)) as { model?: unknown };
      const isKeyed = typeof model === 'object' && model !== null && 'estimator' in model;
      return isKeyed ? [{ place: path, model: model as Record<string, unknown> }] : [];
    });
  return [...golden, { place: 'employment.yaml', model: parse(read('examples/employment.yaml')) }];
}

/** Keys that names of the author stand for. */
const named = /\.(?:build|rename|labels|types|samples|sets|tables|figures|claims|columns|targets)$/;

/** Paths of keys that can be misspelt and the value stays valid. */
function acceptedMisspelt(whole: unknown, isValid: ValidateFunction): string[] {
  const accepted: string[] = [];
  const misspell = (value: unknown, path: string, around: (part: unknown) => unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const place = `${path}.${key}`;
      misspell(part, place, (other) =>
        around(
          Array.isArray(value)
            ? Object.assign([...(value as unknown[])], { [key]: other })
            : { ...value, [key]: other },
        ),
      );
      if (Array.isArray(value) || named.test(path)) continue;
      const entries = Object.entries(value).map(([name, one]) => [
        name === key ? `${key}x` : name,
        one,
      ]);
      if (isValid(around(Object.fromEntries(entries)))) accepted.push(place);
    }
  };
  misspell(whole, '', (part) => part);
  return accepted;
}

const wrong = (validate: ValidateFunction) =>
  (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );

/** What the schemas of keys check and the JSON Schema does not, besides the rules that tie keys together. */
const unsaid = [
  'a column name or a list of them',
  'a confidence level from 0.5 to below 1, such as 0.95',
  'a level of significance of at most 0.2 (did you mean 0.05?)',
  'a list of columns',
  'a list of names',
  'a list of two or more different values',
  'a pair [a, b] of whole numbers with a <= b, or [a, null] for all from a on',
  'a pair [low, high] of numbers from 0 to 1',
  'a path',
  'at least one column',
  'at least one instrument',
  'at least one value',
  'at least one variable',
  'at with level',
  'at, which cuts the column, or levels, its values, not both',
  'by, the column of the groups',
  'coefficients',
  'each term once',
  'expressions, splits and indices by the names of new columns, such as {lnx: log(x)}',
  'long, wide, groups or layout, one of them',
  'mean, median, terciles, or numbers from the lowest up',
  'new names by the names in the file, such as {gdp: gdp_us}',
  'patterns by the names of new columns, such as {gdp: "gdp{year}"}',
  'tables and columns, such as [T4, T5.2]',
  'the line of the names, or at most three lines in order such as [2, 3]',
  'two columns or more',
  'values that differ',
  'wald, suest, permutation, bootstrap, wild, cr2 or several of them',
];

test('the files are those of the keys, without the checks that JSON Schema cannot say', () => {
  const run = spawnSync('node', ['scripts/json-schemas.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  expect(run.stdout.trim().split('\n')).toEqual(unsaid);
}, 120_000);

test('each key of a model has a description, which is that of its option', () => {
  const keys = JSON.parse(read('schema/keys.json')) as { key: string; description: string }[];
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter(({ description }) => !/^.{8,}[.]$/.test(description))).toEqual([]);
});

/** Paths of keys without a description; conditions on a key that is described elsewhere do not count. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...others } = schema as Record<string, object>;
  const isDescribed = (key: { readonly description?: string }) =>
    /^.{8,}[.]$/.test(key.description ?? '');
  const own = Object.entries(properties).filter(([, key]) => !isDescribed(key));
  const parts = Object.entries({ ...properties, ...others }).filter(
    ([key]) => key !== 'if' && key !== 'then',
  );
  return [
    ...own.map(([key]) => `${path}.${key}`),
    ...parts.flatMap(([key, value]) => undescribed(value, `${path}.${key}`)),
  ];
}

test('each key of a study has a description', () => {
  expect(undescribed(JSON.parse(read('schema/study.json')), '')).toEqual([]);
});

test.each(['model', 'study'])('the %s file describes keys, not the members of texts', (name) => {
  expect(read(`schema/${name}.json`)).not.toMatch(/"(?:charAt|__@iterator\S*)"/);
});

describe('the schema of models', () => {
  it('accepts every model of the golden cases and examples', () => {
    const all = models();
    expect(all.length).toBeGreaterThan(300);
    const refused = all.flatMap(({ place, model }) =>
      isModel({ $schema: 'model.json', ...model })
        ? []
        : [`${place}: ${wrong(isModel).join('; ')}`],
    );
    expect(refused).toEqual([]);
  });

  it('refuses each key when it is misspelt, at any depth', () => {
    const some = models().filter((_, i) => i % 7 === 0);
    expect(some.flatMap(({ model }) => acceptedMisspelt(model, isModel))).toEqual([]);
  });

  it('has no key that the reader does not know', () => {
    const { $defs } = JSON.parse(read('schema/model.json')) as {
      $defs: Record<string, { properties?: Record<string, unknown> }>;
    };
    const unknown = Object.entries($defs)
      .filter(([name]) => name.endsWith('ModelInput'))
      .flatMap(([name, { properties = {} }]) => {
        const estimator = name.replace('ModelInput', '').toLowerCase();
        return Object.keys(properties).filter((key) => {
          try {
            parseModel({
              estimator,
              formula: 'y ~ x',
              panel: { unit: 'i', time: 't' },
              [key]: [[]],
            });
          } catch (error) {
            const { code, detail } = error as InputError;
            return code === 'unknown-key' && detail['path'] === key;
          }
          return false;
        });
      });
    expect(unknown).toEqual([]);
  });
});

/** The study of the documentation, which its tests run. */
const study = () =>
  parse(/```yaml\n(study: 1\n[^]*?)```/.exec(read('docs/reference/study-file.md'))![1]!);

describe('the schema of studies', () => {
  it('accepts the study of the reference', () => {
    expect(isStudy(study()) ? [] : wrong(isStudy)).toEqual([]);
  });

  it('refuses each key of it when it is misspelt, at any depth', () => {
    expect(acceptedMisspelt(study(), isStudy)).toEqual([]);
  });

  it('accepts null and false, which take defaults away, and defaults of tables', () => {
    const { tables, ...rest } = study();
    const model = { estimator: 'ols', formula: 'y ~ x', vcov: null, bootstrap: false };
    const defaults = { vcov: { type: 'HC1' }, table: { language: 'zh' } };
    const value = { ...rest, defaults, tables: { ...tables, T9: { models: [model] } } };
    expect(isStudy(value) ? [] : wrong(isStudy)).toEqual([]);
  });
});
