import * as v from 'valibot';
import { InputError } from '../core/errors.js';
import type { Equation, Model } from './model.js';
import { modelSchema } from './model-schema.js';

const subject = 'model';
const estimators = ['dpd'];

/** Keys of the model file's contract that belong to estimators and options still to come. */
const reserved = [
  'weights',
  'method',
  'weight',
  'effects',
  'fuller',
  'kappa',
  'vcov.cluster',
  'vcov.kernel',
  'vcov.bandwidth',
  'vcov.order',
  'bootstrap.cluster',
  'bootstrap.weights',
  'bootstrap.statistics',
];

const thisVersion = `this version has the estimator ${estimators.join(', ')}`;

/**
 * Check a model, as read from a model file or written in a program, and fill in its defaults.
 *
 * @throws InputError `unknown-key` names the key's path and the nearest known key, `unknown-estimator`
 *   the estimators there are, `bad-value` the path, what was expected and what was found.
 */
export function parseModel(value: unknown): Model {
  checkEstimator(value);
  const parsed = v.safeParse(modelSchema, value);
  if (!parsed.success) throw problem(parsed.issues);
  const { vcov, ...rest } = parsed.output;
  const type = vcov.type ?? (rest.steps === 1 ? 'robust' : 'windmeijer');
  const model: Model = { ...rest, vcov: { type, small: vcov.small } };
  checkTogether(model);
  return model;
}

/** Before all else: another estimator's keys would only be called unknown. */
function checkEstimator(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('estimator' in value)) return;
  const { estimator } = value;
  if (typeof estimator !== 'string' || estimators.includes(estimator)) return;
  throw new InputError(
    'unknown-estimator',
    `${subject}: there is no estimator ${describe(estimator)}; ${thisVersion}`,
    { path: 'estimator', found: estimator, available: estimators },
  );
}

/** Rules that tie one key to another. */
function checkTogether(model: Model): void {
  if (model.steps === 1 && model.vcov.type === 'windmeijer') {
    throw badValue('vcov.type', 'robust or unadjusted with steps 1', 'windmeijer');
  }
  if (model.system) return;
  const refuse = (key: string) => (group: { readonly equation: Equation }, i: number) => {
    if (group.equation !== 'level') return;
    throw badValue(`${key}[${i}].equation`, 'diff or both, as system is false', 'level');
  };
  model.gmm.forEach(refuse('gmm'));
  model.iv.forEach(refuse('iv'));
}

type Issue = v.InferIssue<typeof modelSchema>;

/** The error for the first issue; a misspelt key comes before the key it leaves missing. */
function problem(issues: readonly Issue[]): InputError {
  const unknown = issues.find((issue) => issue.expected === 'never');
  if (unknown !== undefined) return unknownKey(pathOf(unknown), unknown.message);
  const first = issues[0]!;
  return badValue(pathOf(first), first.message, first.input);
}

function unknownKey(path: string, suggestion: string): InputError {
  const plain = path.replace(/\[\d+\]/g, '');
  const message = reserved.includes(plain)
    ? `${subject}: ${path} is not available; ${thisVersion}`
    : `${subject}: unknown key ${path}${suggestion}`;
  return new InputError('unknown-key', message, { path });
}

function badValue(path: string, expected: string, found: unknown): InputError {
  const where = path === '' ? subject : `${subject}: ${path}`;
  return new InputError('bad-value', `${where}: expected ${expected}, found ${describe(found)}`, {
    path,
    expected,
    found,
  });
}

/** `gmm[0].lags`. */
function pathOf(issue: Issue): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
