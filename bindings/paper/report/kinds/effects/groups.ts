/** The coefficient of each group, and the differences by each method. */
import type { Warning } from '../../../../results/common.js';
import type {
  GroupCheck,
  GroupComparison,
  GroupDifference,
  JointTest,
} from '../../../../results/groups.js';
import {
  decimals,
  empty,
  facts,
  leftNamed,
  lefts,
  legend,
  maybe,
  number,
  right,
  rights,
  table,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import type { Block, Cell, Document, TableBlock } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { errorFormat, percent, pValue, statistic } from '../../../../words/text/format.js';
import { full, inForms } from '../../../tables/forms.js';
import { withGroupLabels } from '../../../tables/group-names.js';
import { clusterOf, shownDifferences } from '../../../tables/shown-differences.js';
import { moderatorDocument } from './moderator.js';
import { testLine, testTable } from '../../fit/specification-tests.js';
import { recommendation } from '../../words/chosen.js';
import { errorsWords } from '../../words/covariance.js';
import {
  because,
  known,
  type Phrase,
  plural,
  type Said,
  say,
  series,
} from '../../../../words/phrase.js';

export function groupsDocument(result: GroupComparison): Document {
  return result.moderator === undefined
    ? comparisonDocument(withGroupLabels(result))
    : moderatorDocument(result, result.moderator);
}

function comparisonDocument(result: GroupComparison): Document {
  const { by, of: coefficient, depvar, chosen, estimator, errors } = result;
  return {
    kind: 'groups',
    title: say('{} by {}, in a model of {}', coefficient, by, depvar),
    blocks: [
      ...facts([
        ['std. errors', errorsWords(estimator, errors)],
        ['other coefficients', result.common ? say('the same in all groups') : undefined],
        ['in several groups', switchingWords(result)],
      ]),
      ...estimateTable(result),
      ...differenceTable(result),
      ...jointFacts(result),
      ...facts([['recommended', recommendation(chosen)]]),
      ...reasons(result.differences),
      ...legend(...detectableWords(result)),
      ...inForms(full, legend(...explanations(result))),
      ...warnings(foldedWarnings(result)),
    ],
  };
}

function switchingWords({ switchingUnits, units }: GroupComparison): Phrase | undefined {
  return switchingUnits === 0
    ? undefined
    : say('{} of {}@column', plural(switchingUnits, 'unit'), units ?? '');
}

function estimateTable({ by, groups, units }: GroupComparison): TableBlock[] {
  const rows = groups.map(({ value, estimate, stdError, pValue: p, nobs, ngroups }) => {
    const format = errorFormat([estimate ?? NaN, stdError ?? NaN]);
    return {
      cells: [
        verbatim(value),
        maybe(estimate, format),
        maybe(stdError, format),
        maybe(p, pValue),
        number(nobs, count),
        ...(units === null ? [] : [maybe(ngroups, count)]),
      ],
    };
  });
  const counts = rights('p', 'rows', ...(units === null ? [] : (['units'] as const)));
  const estimates = decimals('estimate', 'std. error');
  return table('Groups', [leftNamed(by), ...estimates, ...counts], rows);
}

/** `wald`, or `wald, by id` if its errors differ from the comparison's. */
function methodWords(row: GroupCheck): Phrase {
  const cluster = clusterOf(row);
  const method = known(row.method, 'method');
  return cluster === undefined ? method : say('{}, by {}', method, cluster);
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
        repeated ? empty : words(say('{} minus {}', between[1], between[0])),
        { text: methodWords(difference) },
        maybe(difference.estimate, format),
        maybe(difference.stdError, format),
        ...statisticCells(difference),
        maybe(difference.pValue, pValue),
        maybe(confInt?.[0], format),
        maybe(confInt?.[1], format),
        maybe(difference.minimumDetectable, format),
      ],
    };
  });
  const columns = [
    ...lefts('difference', 'method'),
    ...decimals('estimate', 'std. error'),
    { ...right('statistic'), forms: full },
    right('p'),
    ...decimals(say('{} from', percent(level)), 'to', 'detectable'),
  ];
  return table('Differences', columns, rows);
}

function statisticCells({ statistic: name, stat }: GroupDifference): Cell[] {
  return [
    stat === null || name === null ? empty : { text: `${name} ${statistic(stat)}`, value: stat },
  ];
}

function jointFacts({ joint, jointChecks = [], groups }: GroupComparison): Block[] {
  if (joint === undefined) return [];
  const hypothesis = say('the same coefficient in all {} groups', groups.length);
  const lines = [joint, ...jointChecks].flatMap((test) =>
    testLine(jointName(test), hypothesis, test),
  );
  return testTable('Joint test', lines);
}

function jointName(test: JointTest): Phrase {
  if (test.method === 'cr2') return 'HTZ';
  const name: string = test.stat !== null && typeof test.df !== 'number' ? 'F' : 'Wald';
  const cluster = clusterOf(test);
  return cluster === undefined ? name : say('{}, by {}', name, cluster);
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
    const [first] = same;
    const { between } = first!;
    const pair = say('{} minus {}', between[1], between[0]);
    const names = same.map(({ method }) => method).join(', ');
    return same.length === count && count > 1
      ? say('{}: {}', pair, because(first!))
      : say('{}, {}: {}', pair, names, because(first!));
  });
  return legend(...lines);
}

function explanations({ differences, reps, seed, units }: GroupComparison): Said[] {
  const used = new Set(differences.map(({ method }) => method));
  const what = units === null ? say('rows@labels') : String(units);
  return [
    ...(used.has('wald')
      ? [
          say(
            'wald: the covariance of the pooled model with interactions; of independent groups where that model has other estimates',
          ),
        ]
      : []),
    ...(used.has('cr2')
      ? [
          say(
            'cr2: the same with CR2 errors and Satterthwaite degrees of freedom; the joint test is HTZ',
          ),
        ]
      : []),
    ...(used.has('suest') ? [say('suest: the stacked scores of the separate models')] : []),
    ...(used.has('permutation')
      ? [say('permutation: labels exchanged among {}, t with clustered errors in each', what)]
      : []),
    ...(used.has('bootstrap')
      ? [say('bootstrap: joint draws of {}, p from the percentile interval', what)]
      : []),
    ...(used.has('wild')
      ? [say('wild: residuals of {} multiplied in the pooled model with equal coefficients', what)]
      : []),
    ...(used.has('bdiff')
      ? [say('bdiff: as that command prints, labels of rows exchanged and one side counted')]
      : []),
    ...(used.has('permutation') || used.has('bootstrap') || used.has('wild')
      ? [say('{} replicates, seed {}', count(reps), seed)]
      : []),
  ];
}

function detectableWords({ differences, level }: GroupComparison): Said[] {
  const isKnown = differences.some(({ minimumDetectable }) => minimumDetectable !== null);
  if (!isKnown) return [];
  const size = percent(1 - level);
  return [
    say('detectable: the true difference that a test at {} finds with probability 0.8', size),
  ];
}

/** Prints a warning that several groups share, except for its numbers, for the first group, and names the others. */
function foldedWarnings({ groups, warnings: all }: GroupComparison): (Warning | Said)[] {
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
      : say('{}; also for {} [{}]', warning, series(others), String(warning.code)),
  );
}
