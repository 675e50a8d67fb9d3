import type { MultiverseResult } from '../multiverse/index.js';
import { quoted } from './to-csv.js';

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

/** A line a specification: its choices, then its numbers; a number that does not exist is an empty cell. */
export function multiverseCsv({ choices, specifications }: MultiverseResult): string {
  const heading = [
    ...choices.map(({ name }) => name),
    'own',
    'admissible',
    ...numbers,
    'low',
    'high',
    'failure',
  ];
  const lines = specifications.map(({ choices: own, estimate, failure, ...one }) => [
    ...choices.map(({ name }) => String(own[name])),
    String(one.own),
    String(one.admissible),
    ...[...numbers.map((name) => estimate?.[name]), estimate?.confInt[0], estimate?.confInt[1]].map(
      (x) => (Number.isFinite(x) ? String(x) : ''),
    ),
    failure?.message ?? '',
  ]);
  return [heading, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n');
}
