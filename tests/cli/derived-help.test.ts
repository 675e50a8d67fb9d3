/** Help of options with a notation of their own says what the schema says of their keys. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inEnglish } from '../../cli/help/texts.js';
import { shortcutOf } from '../../cli/estimators/index.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/model.json', import.meta.url), 'utf8'),
) as { $defs: Record<string, { properties: Record<string, { description: string }> }> };

/** Definitions of the schema, the key in them, and the option that sets it. */
test.each([
  ['dpd', '--gmm', 'DpdModelInput', 'gmm'],
  ['dpd', '--iv', 'DpdModelInput', 'iv'],
  ['dpd', '--pca', 'DpdModelInput', 'pca'],
  ['dpd', '--nonlinear', 'DpdModelInput', 'nonlinear'],
  ['dpd', '--diff-hansen', 'DpdModelInput', 'diffHansen'],
  ['dpd', '--endogenous', 'roles', 'endogenous'],
  ['dpd', '--predetermined', 'roles', 'predetermined'],
  ['dpd', '--exogenous', 'roles', 'exogenous'],
  ['dpd', '--collapse', 'roles', 'collapse'],
  ['iv', '--c-test', 'IvModelInput', 'cTests'],
  ['gmm', '--weight', 'weight', 'type'],
  ['gmm', '--center', 'weight', 'center'],
  ['ols', '--weights', 'OlsModelInput', 'weights'],
  ['ols', '--order', 'vcov3', 'order'],
  ['ols', '--kernel', 'vcov3', 'kernel'],
  ['ols', '--cluster', 'vcov3', 'cluster'],
  ['iv', '--small', 'vcov3', 'small'],
  ['dpd', '--vcov', 'vcov', 'type'],
])('%s %s: %s.%s', (estimator, flag, definition, key) => {
  const { description } = schema.$defs[definition]!.properties[key]!;
  const [first = ''] = description.replace(/`/g, '').replace(/\.$/, '').split('. ');
  const option = shortcutOf(estimator).options.find(({ flags }) => flags.split(' ')[0] === flag)!;
  expect(inEnglish(option.help).toLowerCase().startsWith(first.toLowerCase())).toBe(true);
});
