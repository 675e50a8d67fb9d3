/** Each key of a model that holds one value has an option, which sets it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workplace, type Workplace } from './run.js';

interface Key {
  readonly estimators: readonly string[];
  readonly key: string;
  readonly type: string;
  readonly choices?: readonly (string | number)[];
  readonly default?: unknown;
}

const keys = JSON.parse(
  readFileSync(new URL('../../schema/keys.json', import.meta.url), 'utf8'),
) as readonly Key[];

/** Keys of which no other depends, and that are not part of a text of several keys. */
const alone = ['level', 'collinear', 'where', 'transform', 'gaps', 'h', 'arOrders'];
const more = ['timeEffects', 'baselines', 'diagnostics', 'panel.step'];
const ofBootstrap = ['seed', 'pValue', 'precision', 'jackknife', 'ci'].map(
  (key) => `bootstrap.${key}`,
);

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

function valueOf({ key, type, choices, default: byDefault }: Key): unknown {
  if (type === 'flag') return byDefault !== true;
  if (choices !== undefined) return type === 'list' ? choices.slice(0, 2) : choices.at(-1);
  const values: Record<string, unknown> = {
    level: 0.9,
    where: 'x > 1',
    'bootstrap.precision': 0.1,
  };
  return values[key] ?? 3;
}

function optionOf({ key, type, default: byDefault }: Key, value: unknown): string[] {
  const name = key.replace(/^.*\./, '').replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);
  if (type === 'flag') return [byDefault === true ? `--no-${name}` : `--${name}`];
  return [`--${name}`, Array.isArray(value) ? value.join(',') : String(value)];
}

function partOf(model: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], model);
}

test.each(['dpd', 'gmm', 'iv', 'ols', 'panel'])('options of %s set the keys', async (estimator) => {
  const formula = estimator === 'gmm' || estimator === 'iv' ? 'y ~ w | x ~ z' : 'y ~ x';
  const set = keys.filter(
    ({ key, estimators }) =>
      estimators.includes(estimator) && [...alone, ...more, ...ofBootstrap].includes(key),
  );
  const values = set.map((key) => valueOf(key));
  const options = set.flatMap((key, i) => optionOf(key, values[i]));
  // prettier-ignore
  const { stdout, stderr } = await place.wasmetrics([
    estimator, 'a.csv', formula, '--unit', 'i', '--time', 't', '--bootstrap', '9',
    ...options, '--print-model',
  ]);
  expect(stderr).toBe('');
  const model = parse(stdout) as unknown;
  expect(set.map(({ key }) => partOf(model, key))).toEqual(values);
  expect(set.length).toBeGreaterThan(8);
});
