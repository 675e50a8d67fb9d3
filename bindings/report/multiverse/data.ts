import { isFailure } from '../jobs/failures.js';
import type { Estimate } from '../sensitivity/multiverse/specification.js';
import type { MultiverseResult } from '../sensitivity/multiverse/result.js';
import { quoted } from '../tables/writers/csv.js';

const numbers = [
  'estimate',
  'stdError',
  'pValue',
  'nobs',
  'units',
  'instruments',
  'instrumentsPerUnit',
  'hansen',
  'ar2',
  'levelHansen',
] as const;

const bootstrapColumns = ['StdError', 'PValue', 'Low', 'High', 'Failed', 'Failure'] as const;

/**
 * A line a specification: its choices, then its numbers, those of its bootstrap last; a number that does not exist is an
 * empty cell.
 */
export function multiverseCsv({ choices, specifications, bootstrap }: MultiverseResult): string {
  const replicated = bootstrap !== undefined;
  const heading = [
    ...choices.map(({ name }) => name),
    'own',
    'admissible',
    ...numbers,
    'low',
    'high',
    'failure',
    ...(replicated ? bootstrapColumns.map((name) => `bootstrap${name}`) : []),
  ];
  const lines = specifications.map(({ choices: own, estimate, failure, ...one }) => [
    ...choices.map(({ name }) => String(own[name])),
    String(one.own),
    String(one.admissible),
    ...[...numbers.map((name) => estimate?.[name]), ...(estimate?.confInt ?? none)].map(cell),
    failure?.message ?? '',
    ...(replicated ? bootstrapCells(estimate) : []),
  ]);
  return [heading, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n');
}

const none = [null, null] as const;

function bootstrapCells(estimate: Estimate | null): string[] {
  const found = estimate?.bootstrap;
  if (found === undefined) return bootstrapColumns.map(() => '');
  if (isFailure(found)) return ['', '', '', '', '', found.message];
  const { stdError, pValue, confInt, failed } = found;
  return [...[stdError, pValue, ...(confInt ?? none), failed].map(cell), ''];
}

function cell(x: number | null | undefined): string {
  return Number.isFinite(x) ? String(x) : '';
}
