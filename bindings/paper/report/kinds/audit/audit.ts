/** A report on printed tables that were audited. */
import type { Audit, Finding, Severity, Undecided } from '../../../../results/audit/audit.js';
import {
  facts,
  left,
  notes,
  number,
  right,
  table,
  text,
  verbatim,
  warnings,
} from '../../../tables/blocks.js';
import type { Block, Document } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { failure, list, type Phrase, plural, say, type Word } from '../../../../words/phrase.js';

const meanings = {
  impossible: 'Impossible: these numbers cannot all be right, however they were rounded or tested.',
  doubtful: 'Doubtful: the numbers can agree, and need a second look.',
} as const satisfies Readonly<Record<Severity, Word>>;

/** Needs in words; others are names of fields and statistics. */
const needsInWords = [
  'adj_r2 or within_r2',
  'coef and se of two columns',
  'coef of three columns',
  'corr of all pairs',
  'f, chi2, j or rmse',
  'n of each column',
  'n, k, groups, periods or instruments',
  'p of a test',
  'p or stars',
  'p, t, coef and se, or coef and interval',
  'se and reps of two columns',
  't or coef and se',
  't, r and df, or z',
  't or z',
  't, z, coef and se, or coef and interval',
  'words such as dummy or count',
] as const satisfies readonly Word[];

export function auditDocument(audit: Audit): Document {
  const { findings, checked, undecided, tables } = audit;
  return {
    kind: 'audit',
    title: say(
      'Audit of {}: {}',
      tables.length === 1 ? say('table {}', tables[0]!) : plural(tables.length, 'table', 'tables'),
      verdictOf(findings),
    ),
    blocks: [
      ...facts([['checks made', count(checked)]]),
      ...rulesTable(audit),
      ...needsOf(audit),
      ...severityBlocks('impossible', findings),
      ...severityBlocks('doubtful', findings),
      ...undecidedBlocks(undecided),
      ...warnings(audit.warnings),
    ],
  };
}

function undecidedBlocks(undecided: readonly Undecided[]): Block[] {
  if (undecided.length === 0) return [];
  return text(
    'Too close to call: rounding decides the stars.',
    ...undecided.map((one) =>
      say('table {}, column {}, {}: {}.', one.table, one.column, one.row, failure(one)),
    ),
  );
}

/** Number of checks by rule, and of checks for which a number is missing. */
function rulesTable({ rules, byRule, notTestable, findings }: Audit): Block[] {
  const used = Object.keys(rules).filter((name) => name in byRule || name in notTestable);
  return table(
    'Rules',
    [left('rule'), right('checks'), right('findings'), right('not testable')],
    used.map((name) => ({
      cells: [
        verbatim(name),
        number(byRule[name] ?? 0, count),
        number(findings.filter(({ rule }) => rule === name).length, count),
        number(notTestable[name] ?? 0, count),
      ],
    })),
  );
}

/** The numbers that untested rules lack. */
function needsOf({ rules, notTestable }: Audit): Block[] {
  const lacking = Object.keys(rules).filter((name) => name in notTestable);
  return notes(
    lacking.map((name) => say('{} needs {}', name, list(rules[name]!.needs.map(needOf), '; '))),
  );
}

function needOf(need: string): Phrase {
  const word = needsInWords.find((one) => one === need);
  return word === undefined ? need : say(word);
}

function verdictOf(findings: readonly Finding[]): Phrase {
  if (findings.length === 0) return say('no finding');
  const impossible = findings.filter(({ severity }) => severity === 'impossible').length;
  const counts = [
    ...(impossible > 0 ? [say('{} impossible', impossible)] : []),
    ...(findings.length > impossible ? [say('{} doubtful', findings.length - impossible)] : []),
  ];
  return list(counts, ', ');
}

/** The findings of one severity; those that change a decision are marked. */
function severityBlocks(severity: Severity, findings: readonly Finding[]): Block[] {
  const listed = findings.filter((finding) => finding.severity === severity);
  if (listed.length === 0) return [];
  return text(
    meanings[severity],
    ...listed.map((finding) =>
      say(
        '{} [{}]{}',
        failure(finding),
        finding.rule,
        finding.decision === true ? say(' Correcting it changes significance.') : '',
      ),
    ),
  );
}
