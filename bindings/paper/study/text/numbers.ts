/** All numbers of a study, by name. */
import { badArgument, isKeyed } from '../../../core/arguments/arguments.js';
import { readable } from '../../../results/read.js';
import { digits, measure, pValue as pText, statistic } from '../../../words/text/format.js';
import type { JudgedClaim } from '../result.js';
import type {
  NamedNumber,
  NumberedStudy,
  NumberKind,
  StudyNumber,
  StudyNumbers,
} from './number.js';
import { comparisonNumbers } from './comparison-numbers.js';
import { modelNumbers } from './model-numbers.js';
import type { PaperTable } from '../../tables/paper/table.js';
import { count } from '../../../words/text/counts.js';
import { resultOfStudy } from '../../../words/expectations/paper/studies.js';

/** Cells of tables without models, and facts about the study's splits. */
function tableNumbers({ tables, places, splits = [] }: NumberedStudy): NamedNumber[] {
  const ofModels = new Set(places.map(({ table }) => table));
  return [
    ...Object.entries(tables).flatMap(([id, table]) =>
      ofModels.has(id) ? [] : cellsOf(id, table),
    ),
    ...splits.flatMap(({ column, cuts, counts, switchingUnits }): NamedNumber[] => [
      ...cuts.map((cut, i): NamedNumber => [
        cuts.length === 1 ? `${column}.cut` : `${column}.cut[${i + 1}]`,
        { text: measure(cut), value: cut, kind: 'statistic' },
      ]),
      ...Object.entries(counts).map(([part, n]): NamedNumber => [`${column}.${part}`, counted(n)]),
      ...(switchingUnits === null
        ? []
        : [[`${column}.switchingUnits`, counted(switchingUnits)] as NamedNumber]),
    ]),
  ];
}

const counted = (n: number) => ({ text: count(n), value: n, kind: 'count' }) as const;

/** `T3.Level.mean`, and `T3.east.Level.mean` of a table by groups. */
function cellsOf(id: string, table: PaperTable): NamedNumber[] {
  return table.body.flatMap(({ cells }) =>
    cells.flatMap((cell): NamedNumber[] => {
      const { name, statistic, value, text, column } = cell;
      if (name === undefined || statistic === undefined || value === undefined) return [];
      const group = table.spans.find(
        ({ over: [first, last] }) => first <= column && column <= last,
      );
      const path = name === statistic ? name : `${name}.${statistic}`;
      const plain = text.replace(/\**$/, '').replace(/^[([](.*)[)\]]$/, '$1');
      const number = { text: plain, value, kind: kindOf(statistic) };
      return group === undefined
        ? [[`${id}.${path}`, number]]
        : [[`${id}.${group.head}.${path}`, number]];
    }),
  );
}

function kindOf(statistic: string): NumberKind {
  if (/^(n|nobs|missing|distinct)$/.test(statistic)) return 'count';
  return statistic === 'p' ? 'p' : 'statistic';
}

/** Significant digits in prose of estimates that no table prints. */
const SIGNIFICANT = 3;

const word = (text: string): StudyNumber => ({ text, value: null, kind: 'text' });

/** `H1.verdict`, `H1.p`, `H1.reason`. */
function claimNumbers({ claims = [] }: NumberedStudy): NamedNumber[] {
  return claims.flatMap((claim) =>
    partsOf(claim).map(([key, number]): NamedNumber => [`${claim.id}.${key}`, number]),
  );
}

function partsOf(claim: JudgedClaim): NamedNumber[] {
  const { verdict, claim: text, says, reason, test, estimate, stat, pValue, level } = claim;
  const { table, column, estimator } = claim;
  return [
    ['verdict', word(verdict)],
    ['claim', word(text)],
    ...(says === undefined ? [] : ([['says', word(says)]] as NamedNumber[])),
    ['reason', word(reason)],
    ['test', word(test)],
    ...(table === undefined ? [] : ([['table', word(table)]] as NamedNumber[])),
    ...(column === undefined ? [] : ([['column', word(`(${column})`)]] as NamedNumber[])),
    ...(estimator === undefined ? [] : ([['estimator', word(estimator)]] as NamedNumber[])),
    ...numbered('estimate', estimate, 'estimate', (value) => digits(value, SIGNIFICANT)),
    ...numbered('stat', stat, 'statistic', statistic),
    ...numbered('p', pValue, 'p', pText),
    ...numbered('level', level ?? null, 'statistic', String),
  ];
}

function numbered(
  key: string,
  value: number | null,
  kind: StudyNumber['kind'],
  text: (value: number) => string,
): NamedNumber[] {
  return value === null ? [] : [[key, { text: text(value), value, kind }]];
}

/**
 * Every number that a template or a text can name, written as the tables print it: coefficients of models
 * (`T4.2.Gov`, `.se`, `.t`, `.p`, `.low`, `.high`, `.stars`), their statistics by the paths of tables (`T4.2.nobs`,
 * `T5.2.ar[2].p`), cells of descriptive tables (`T3.Level.mean`), differences between groups
 * (`T7.difference.west-east.p`) and claims (`H1.verdict`, `H1.p`).
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function numbersOf(study: NumberedStudy): StudyNumbers {
  if (!isKeyed(study) || !isKeyed(study.models)) {
    throw badArgument('numbersOf', 'study', resultOfStudy(), study);
  }
  return readable(() => {
    const all: NamedNumber[] = [
      ...modelNumbers(study),
      ...comparisonNumbers(study),
      ...tableNumbers(study),
      ...claimNumbers(study),
    ];
    const numbers = new Map<string, StudyNumber>();
    for (const [name, number] of all) if (!numbers.has(name)) numbers.set(name, number);
    return Object.fromEntries(numbers);
  });
}
