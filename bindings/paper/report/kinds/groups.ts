/** The coefficient of each group, and the differences by each method. */
import type { Warning } from '../../../results/common.js';
import type {
  GroupCheck,
  GroupComparison,
  GroupDifference,
  JointTest,
} from '../../../results/groups.js';
import * as block from '../../tables/blocks.js';
import type { Block, Cell, Document, TableBlock } from '../../tables/document.js';
import { count, plural, series } from '../../../words/text/counts.js';
import { errorFormat, percent, pValue, statistic } from '../../../words/text/format.js';
import { full, inForms } from '../../tables/forms.js';
import { clusterOf, shownDifferences } from '../../tables/shown-differences.js';
import { moderatorDocument } from './moderator.js';
import { testLine, testTable } from '../fit/specification-tests.js';
import { errorsWords } from '../words/covariance.js';

export function groupsDocument(result: GroupComparison): Document {
  return result.moderator === undefined
    ? comparisonDocument(result)
    : moderatorDocument(result, result.moderator);
}

function comparisonDocument(result: GroupComparison): Document {
  const { by, of: coefficient, depvar, chosen, estimator, errors } = result;
  return {
    kind: 'groups',
    title: `${coefficient} by ${by}, in a model of ${depvar}`,
    blocks: [
      ...block.facts([
        ['std. errors', errorsWords(estimator, errors)],
        ['other coefficients', result.common ? 'the same in all groups' : undefined],
        ['in several groups', switchingWords(result)],
      ]),
      ...estimateTable(result),
      ...differenceTable(result),
      ...jointFacts(result),
      ...block.facts([['recommended', recommendation(chosen)]]),
      ...reasons(result.differences),
      ...block.legend(...detectableWords(result)),
      ...inForms(full, block.legend(...explanations(result))),
      ...block.warnings(foldedWarnings(result)),
    ],
  };
}

function recommendation({ method, why, reliable }: GroupComparison['chosen']): string {
  return reliable === false ? `none; least wrong ${method}: ${why}` : `${method}: ${why}`;
}

function switchingWords({ switchingUnits, units }: GroupComparison): string | undefined {
  return switchingUnits === 0 ? undefined : `${plural(switchingUnits, 'unit')} of ${units}`;
}

function estimateTable({ by, groups, units }: GroupComparison): TableBlock[] {
  const rows = groups.map(({ value, estimate, stdError, pValue: p, nobs, ngroups }) => {
    const format = errorFormat([estimate ?? NaN, stdError ?? NaN]);
    return {
      cells: [
        block.words(value),
        block.maybe(estimate, format),
        block.maybe(stdError, format),
        block.maybe(p, pValue),
        block.number(nobs, count),
        ...(units === null ? [] : [block.maybe(ngroups, count)]),
      ],
    };
  });
  const counts = ['p', 'rows', ...(units === null ? [] : ['units'])].map(block.right);
  const estimates = ['estimate', 'std. error'].map(block.decimal);
  return block.table('Groups', [block.left(by), ...estimates, ...counts], rows);
}

/** `wald`, or `wald, by id` if its errors differ from the comparison's. */
function methodWords(row: GroupCheck): string {
  const cluster = clusterOf(row);
  return cluster === undefined ? row.method : `${row.method}, by ${cluster}`;
}

function differenceTable(result: GroupComparison): TableBlock[] {
  const { level } = result;
  const differences = shownDifferences(result);
  const rows = differences.map((difference, i) => {
    const { between, confInt } = difference;
    const format = errorFormat([difference.estimate ?? NaN, difference.stdError ?? NaN]);
    const repeated = i > 0 && differences[i - 1]!.between.join('\n') === between.join('\n');
    return {
      cells: [
        repeated ? block.empty : block.words(`${between[1]} minus ${between[0]}`),
        block.words(methodWords(difference)),
        block.maybe(difference.estimate, format),
        block.maybe(difference.stdError, format),
        ...statisticCells(difference),
        block.maybe(difference.pValue, pValue),
        block.maybe(confInt?.[0], format),
        block.maybe(confInt?.[1], format),
        block.maybe(difference.minimumDetectable, format),
      ],
    };
  });
  const columns = [
    ...['difference', 'method'].map(block.left),
    ...['estimate', 'std. error'].map(block.decimal),
    { ...block.right('statistic'), forms: full },
    block.right('p'),
    ...[`${percent(level)} from`, 'to', 'detectable'].map(block.decimal),
  ];
  return block.table('Differences', columns, rows);
}

function statisticCells({ statistic: name, stat }: GroupDifference): Cell[] {
  return [
    stat === null || name === null
      ? block.empty
      : { text: `${name} ${statistic(stat)}`, value: stat },
  ];
}

function jointFacts({ joint, jointChecks = [], groups }: GroupComparison): Block[] {
  if (joint === undefined) return [];
  const hypothesis = `the same coefficient in all ${groups.length} groups`;
  const lines = [joint, ...jointChecks].flatMap((test) =>
    testLine(jointName(test), hypothesis, test),
  );
  return testTable('Joint test', lines);
}

function jointName(test: JointTest): string {
  if (test.method === 'cr2') return 'HTZ';
  const name = test.stat !== null && typeof test.df !== 'number' ? 'F' : 'Wald';
  const cluster = clusterOf(test);
  return cluster === undefined ? name : `${name}, by ${cluster}`;
}

/** Reasons for missing p-values: once per pair, or once for all methods with the same reason. */
function reasons(differences: readonly GroupDifference[]): Block[] {
  const methods = new Map<string, GroupDifference[]>();
  for (const one of differences) {
    if (one.reason === undefined) continue;
    const key = `${one.between.join('\n')}\n${one.reason}`;
    methods.set(key, [...(methods.get(key) ?? []), one]);
  }
  const count = new Set(differences.map(({ method }) => method)).size;
  const lines = [...methods.values()].map((same) => {
    const { between, reason } = same[0]!;
    const pair = `${between[1]} minus ${between[0]}`;
    const names = same.map(({ method }) => method).join(', ');
    return same.length === count && count > 1
      ? `${pair}: ${reason}`
      : `${pair}, ${names}: ${reason}`;
  });
  return block.legend(...lines);
}

function explanations({ differences, reps, seed, units }: GroupComparison): string[] {
  const used = new Set(differences.map(({ method }) => method));
  const what = units ?? 'rows';
  return [
    ...(used.has('wald')
      ? [
          'wald: the covariance of the pooled model with interactions; of independent groups where that model has other estimates',
        ]
      : []),
    ...(used.has('cr2')
      ? [
          'cr2: the same with CR2 errors and Satterthwaite degrees of freedom; the joint test is HTZ',
        ]
      : []),
    ...(used.has('suest') ? ['suest: the stacked scores of the separate models'] : []),
    ...(used.has('permutation')
      ? [`permutation: labels exchanged among ${what}, t with clustered errors in each`]
      : []),
    ...(used.has('bootstrap')
      ? [`bootstrap: joint draws of ${what}, p from the percentile interval`]
      : []),
    ...(used.has('wild')
      ? [`wild: residuals of ${what} multiplied in the pooled model with equal coefficients`]
      : []),
    ...(used.has('bdiff')
      ? ['bdiff: as that command prints, labels of rows exchanged and one side counted']
      : []),
    ...(used.has('permutation') || used.has('bootstrap') || used.has('wild')
      ? [`${count(reps)} replicates, seed ${seed}`]
      : []),
  ];
}

function detectableWords({ differences, level }: GroupComparison): string[] {
  const known = differences.some(({ minimumDetectable }) => minimumDetectable !== null);
  if (!known) return [];
  const size = percent(1 - level);
  return [`detectable: the true difference that a test at ${size} finds with probability 0.8`];
}

/** Prints a warning that several groups share, except for its numbers, for the first group, and names the others. */
function foldedWarnings({ groups, warnings: all }: GroupComparison): Warning[] {
  const groupOf = ({ of }: Warning) => groups.find(({ value }) => value === of)?.value;
  const folded = new Map<string, { readonly warning: Warning; readonly others: string[] }>();
  for (const warning of all) {
    const group = groupOf(warning);
    const { code, message, detail = message } = warning;
    const withoutNumbers = (_: string, part: unknown) => (typeof part === 'number' ? 0 : part);
    const key = JSON.stringify([code, detail], withoutNumbers);
    const before = folded.get(key);
    if (before === undefined || group === undefined) folded.set(key, { warning, others: [] });
    else before.others.push(group);
  }
  return [...folded.values()].map(({ warning, others }) =>
    others.length === 0
      ? warning
      : { ...warning, message: `${warning.message}; also for ${series(others, 'and')}` },
  );
}
