/** A report on printed tables that were audited. */
import type { Audit, Finding, Severity, Undecided } from '../../../results/audit/audit.js';
import { facts, left, number, right, table, text, warnings, words } from '../../tables/blocks.js';
import type { Block, Document } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';

const meanings: Readonly<Record<Severity, string>> = {
  impossible: 'Impossible: these numbers cannot all be right, however they were rounded or tested.',
  doubtful: 'Doubtful: the numbers can agree, and need a second look.',
};

export function auditDocument(audit: Audit): Document {
  const { findings, checked, undecided, tables } = audit;
  return {
    kind: 'audit',
    title: `Audit of ${tables.length === 1 ? `table ${tables[0]!}` : plural(tables.length, 'table', 'tables')}: ${verdictOf(findings)}`,
    blocks: [
      ...facts([['checks made', count(checked)]]),
      ...rulesTable(audit),
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
    ...undecided.map(
      ({ table: id, column, row, message }) => `table ${id}, column ${column}, ${row}: ${message}.`,
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
        words(name),
        number(byRule[name] ?? 0, count),
        number(findings.filter(({ rule }) => rule === name).length, count),
        number(notTestable[name] ?? 0, count),
      ],
    })),
  );
}

function verdictOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no finding';
  const impossible = findings.filter(({ severity }) => severity === 'impossible').length;
  const counts = [
    impossible > 0 && `${impossible} impossible`,
    findings.length > impossible && `${findings.length - impossible} doubtful`,
  ];
  return counts.filter(Boolean).join(', ');
}

/** The findings of one severity; those that change a decision are marked. */
function severityBlocks(severity: Severity, findings: readonly Finding[]): Block[] {
  const listed = findings.filter((finding) => finding.severity === severity);
  if (listed.length === 0) return [];
  return text(
    meanings[severity],
    ...listed.map(
      ({ message, decision, rule }) =>
        `${message} [${rule}]${decision === true ? ' Correcting it changes significance.' : ''}`,
    ),
  );
}
