/** Which keys the form shows, and where. What is not named here is under "More options". */
import controls from 'schema:controls';
import type { ControlSchema } from '../build/controls.js';

/** The keys of each part of the form, in order. */
const parts = {
  panel: ['panel.unit', 'panel.time'],
  instruments: ['gmm', 'iv'],
  method: ['method', 'effects', 'transform', 'steps', 'system', 'timeEffects'],
  errors: ['vcov.type', 'vcov.cluster', 'vcov.small'],
  lags: ['vcov.kernel', 'vcov.bandwidth', 'vcov.order'],
  sample: ['where', 'weights.column', 'weights.type'],
} as const;

export type FormPart = keyof typeof parts;

export const estimators = [...new Set(controls.flatMap((control) => control.estimators))].sort();

const isOf = (estimator: string) => (control: ControlSchema) =>
  control.estimators.includes(estimator);
const isEntryKey = ({ key }: ControlSchema) => key.includes('[]');

/** The controls of a part of the form for an estimator. */
export function controlsOf(part: FormPart, estimator: string): ControlSchema[] {
  const ofEstimator = controls.filter(isOf(estimator));
  return parts[part].flatMap((key) => ofEstimator.filter((control) => control.key === key));
}

export function otherControls(estimator: string): ControlSchema[] {
  const shown = Object.values(parts).flat() as readonly string[];
  return controls.filter(
    (control) => isOf(estimator)(control) && !isEntryKey(control) && !shown.includes(control.key),
  );
}

/** The controls of each entry of a list. */
export function entryControls(list: string, estimator: string): ControlSchema[] {
  return controls.filter(
    (control) => isOf(estimator)(control) && control.key.startsWith(`${list}[].`),
  );
}

/** The first steps of the keys that an estimator knows, with those that all models have. */
export function keysOf(estimator: string): Set<string> {
  const ofForm = controls.filter(isOf(estimator)).map(({ key }) => key.split(/[.[]/)[0]!);
  return new Set([...ofForm, ...common]);
}

const common = [
  '$schema',
  'append',
  'bootstrap',
  'build',
  'data',
  'estimator',
  'formula',
  'fsplit',
  'labels',
  'merge',
  'reshape',
  'samples',
  'split',
];
