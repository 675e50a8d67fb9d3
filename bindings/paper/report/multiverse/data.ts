/** The specifications as data: the columns of the CSV of a multiverse. */
import { isFailure } from '../../../core/jobs/failures.js';
import { has } from '../../../models/registry.js';
import type {
  MultiverseResult,
  Specification,
} from '../../../analysis/sensitivity/multiverse/result.js';
import type { Estimate } from '../../../analysis/sensitivity/multiverse/specification.js';
import { empty, leftNamed, maybe, verbatim } from '../../tables/blocks.js';
import type { Cell, TableBlock } from '../../tables/draft.js';

const common = ['estimate', 'stdError', 'pValue', 'nobs', 'units', 'instruments'] as const;
const dynamic = ['instrumentsPerUnit', 'hansen', 'ar2', 'levelHansen'] as const;
const instrumented = ['kleibergenPaapF', 'hansen', 'sargan'] as const;

type NumberName = (typeof common | typeof dynamic | typeof instrumented)[number];

const bootstrapNumbers = ['StdError', 'PValue', 'Low', 'High', 'Failed', 'Failure'] as const;

/** The numbers that an estimator has. */
function numbersOf(result: MultiverseResult): readonly NumberName[] {
  const { instruments, units } = has(result);
  if (result.rule !== null) return [...common, ...dynamic];
  if (instruments) return [...common, ...instrumented];
  return common.slice(0, units ? -1 : -2);
}

/** A row per specification: its choices, its numbers, and finally its bootstrap's numbers. */
export function multiverseData(result: MultiverseResult): TableBlock {
  const { choices, specifications, bootstrap, rule } = result;
  const names = choices.map(({ name }) => name);
  const numbers = numbersOf(result);
  // `instruments` is also the name of a choice of static models.
  const headingOf = (name: NumberName) =>
    rule === null && name === 'instruments' ? 'rankInstruments' : name;
  // prettier-ignore
  const headings = [
    ...names,
    'own', 'admissible', ...numbers.map(headingOf), 'low', 'high', 'failure',
    ...(rule === null ? ['omitted', 'warnings', 'formula'] : []),
    ...(bootstrap === undefined ? [] : bootstrapNumbers.map((name) => `bootstrap${name}`)),
  ];
  const rows = specifications.map((specification) => ({
    cells: [
      ...names.map((name) => verbatim(String(specification.choices[name] ?? ''))),
      ...specificationCells(specification, numbers),
      ...(rule === null ? staticCells(specification) : []),
      ...(bootstrap === undefined ? [] : bootstrapCells(specification.estimate)),
    ],
  }));
  return { type: 'table', name: 'Specifications', columns: headings.map(leftNamed), rows };
}

const none = [null, null] as const;
const cell = (x: number | null | undefined): Cell => maybe(x, String);

function specificationCells(specification: Specification, numbers: readonly NumberName[]): Cell[] {
  const { estimate, failure, own: written, admissible } = specification;
  return [
    verbatim(String(written)),
    verbatim(String(admissible)),
    ...numbers.map((name) => cell(estimate?.[name])),
    ...(estimate?.confInt ?? none).map(cell),
    verbatim(failure?.message ?? ''),
  ];
}

function staticCells({ estimate, formula = '' }: Specification): Cell[] {
  const codes = (estimate?.warnings ?? []).map(({ code }) => code);
  return [(estimate?.omitted ?? []).join(' '), codes.join(' '), formula].map(verbatim);
}

function bootstrapCells(estimate: Estimate | null): Cell[] {
  const bootstrap = estimate?.bootstrap;
  if (bootstrap === undefined) return bootstrapNumbers.map(() => empty);
  if (isFailure(bootstrap)) {
    return [empty, empty, empty, empty, empty, verbatim(bootstrap.message)];
  }
  const { stdError, pValue, confInt, failed } = bootstrap;
  return [...[stdError, pValue, ...(confInt ?? none), failed].map(cell), empty];
}
