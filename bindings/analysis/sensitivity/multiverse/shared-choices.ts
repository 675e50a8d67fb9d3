/** Choices of every estimator: columns, samples and covariances. */
import type { Choices, CovarianceChoice } from '../../../models/multiverse-keys.js';
import type { BuildStep } from '../../../data/index.js';
import { buildSteps } from '../../../models/schema/build-schema.js';
import { checked } from '../../../models/schema/check.js';
import { type Dimension, dimension, pathOf } from './dimension.js';

interface Filtered {
  readonly where?: string | undefined;
}

export function sampleDimension<Draft extends Filtered>(
  samples: Choices['samples'],
): Dimension<Draft>[] {
  const named = samples && Object.entries(samples);
  const [whole] = named?.find(([, filter]) => filter === null) ?? ['as written'];
  return dimension<Draft, readonly [string, string | null]>('sample', whole, named, {
    label: ([name]) => name,
    apply: (draft, [, filter]) => ({ ...draft, where: bothFilters(draft.where, filter) }),
  });
}

interface Built {
  readonly build?: readonly BuildStep[] | undefined;
}

/** The name of the choice how a column is built. */
export const buildChoice = (column: string) => `build ${column}`;

/** A dimension for each column that can be built in several ways. A way takes the place of the column. */
export function buildDimensions<Draft extends Built>(
  build: Choices['build'] = {},
): Dimension<Draft>[] {
  return Object.entries(build).flatMap(([column, ways]) => {
    const named = Object.entries(ways).map(([way, step]) => [way, stepOf(column, step)] as const);
    const [asWritten] = named.find(([, step]) => step === undefined) ?? ['as written'];
    return dimension<Draft, (typeof named)[number]>(buildChoice(column), asWritten, named, {
      label: ([way]) => way,
      apply: (draft, [, step]) =>
        step === undefined ? draft : { ...draft, build: [...(draft.build ?? []), step] },
    });
  });
}

function stepOf(column: string, written: unknown): BuildStep | undefined {
  if (written === null) return undefined;
  const [step] = checked(buildSteps, { [column]: written }, pathOf('build')) as BuildStep[];
  return { ...step!, replace: true };
}

/** A filter that keeps the rows that both filters keep. */
export function bothFilters(where: string | undefined, filter: string | null): string | undefined {
  if (filter === null || where === undefined) return filter ?? where;
  return `(${where}) && (${filter})`;
}

/** A covariance of a model, in which every default is filled in. */
type Resolved = CovarianceChoice & { readonly small: boolean };

interface WithCovariance {
  readonly vcov: CovarianceChoice;
}

/** The small-sample factor is that of the model unless a choice sets it. */
export function covarianceDimension<Draft extends WithCovariance>(
  { vcov }: { readonly vcov: Resolved },
  choices: Choices['vcov'],
): Dimension<Draft>[] {
  const listed = choices as readonly CovarianceChoice[] | undefined;
  const { small } = vcov;
  const original = covarianceLabel({ ...vcov, small: undefined });
  return dimension<Draft, CovarianceChoice>('vcov', original, listed, {
    label: covarianceLabel,
    apply: (draft, choice) => withCovariance(draft, { small, ...choice }),
  });
}

function withCovariance<Draft extends WithCovariance>(draft: Draft, vcov: CovarianceChoice): Draft {
  return { ...draft, vcov };
}

/** A label such as `HC1`, `cluster id` or `hac 4`. */
function covarianceLabel({ type, cluster = [], bandwidth, ...others }: CovarianceChoice): string {
  const { kernel, order, small } = others;
  return [
    type ?? (cluster.length === 0 ? 'default' : 'cluster'),
    [...cluster].join(', '),
    bandwidth === undefined ? '' : String(bandwidth),
    kernel ?? '',
    order === undefined ? '' : `by ${order}`,
    small === undefined ? '' : small ? 'small' : 'not small',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
