/** The specifications as data: the columns of the CSV of a multiverse. */
import { isFailure } from '../../jobs/failures.js';
import type { MultiverseResult, Specification } from '../../sensitivity/multiverse/result.js';
import type { Estimate } from '../../sensitivity/multiverse/specification.js';
import { empty, left, maybe, words } from '../../tables/blocks.js';
import type { Cell, TableBlock } from '../../tables/document.js';

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

const bootstrapNumbers = ['StdError', 'PValue', 'Low', 'High', 'Failed', 'Failure'] as const;

/** A row for each specification: its choices, then its numbers, those of its bootstrap last. */
export function multiverseData(result: MultiverseResult): TableBlock {
  const { choices, specifications, bootstrap } = result;
  const names = choices.map(({ name }) => name);
  const bootstrapHeadings =
    bootstrap === undefined ? [] : bootstrapNumbers.map((name) => `bootstrap${name}`);
  const headings = [
    ...names,
    ...['own', 'admissible', ...numbers, 'low', 'high', 'failure'],
    ...bootstrapHeadings,
  ];
  const rows = specifications.map((specification) => ({
    cells: [
      ...names.map((name) => words(String(specification.choices[name]))),
      ...specificationCells(specification),
      ...(bootstrap === undefined ? [] : bootstrapCells(specification.estimate)),
    ],
  }));
  return { type: 'table', name: 'Specifications', columns: headings.map(left), rows };
}

const none = [null, null] as const;
const cell = (x: number | null | undefined): Cell => maybe(x, String);

function specificationCells(specification: Specification): Cell[] {
  const { estimate, failure, own: written, admissible } = specification;
  return [
    words(String(written)),
    words(String(admissible)),
    ...numbers.map((name) => cell(estimate?.[name])),
    ...(estimate?.confInt ?? none).map(cell),
    words(failure?.message ?? ''),
  ];
}

function bootstrapCells(estimate: Estimate | null): Cell[] {
  const bootstrap = estimate?.bootstrap;
  if (bootstrap === undefined) return bootstrapNumbers.map(() => empty);
  if (isFailure(bootstrap)) {
    return [empty, empty, empty, empty, empty, words(bootstrap.message)];
  }
  const { stdError, pValue, confInt, failed } = bootstrap;
  return [...[stdError, pValue, ...(confInt ?? none), failed].map(cell), empty];
}
