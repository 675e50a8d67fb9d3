/** Audits printed tables: whether their numbers are consistent. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { badArgument, checkKeys } from '../../core/arguments/arguments.js';
import { engineFor } from '../../core/engine/engine.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import type { Audit, Finding } from '../../results/audit/audit.js';
import { findingOf } from './check.js';
import { rules } from './rules/rules.js';
import { undecidedOf } from './rules/stars.js';
import { type AuditTable, isAuditTable } from './table.js';
import { InputError } from '../../core/errors/errors.js';
import type { Warning } from '../../results/common.js';
import { type TableView, viewOf } from './view.js';
import { unreadOf } from './unread.js';
import type { Contents } from '../../words/details/papers.js';
import { paperWarnings } from '../../words/en/warnings/papers.js';
import { warning } from '../../words/warning.js';
import { printedTables } from '../../words/expectations/paper/reports.js';
import { nothingChecked } from '../../words/errors/paper/audits.js';

/** Tables whose contents the error has. */
const MOST_CONTENTS = 3;

/** The error if no table can be checked: what was read, and which numbers are missing. */
function unchecked(
  views: readonly TableView[],
  notTestable: Readonly<Record<string, number>>,
  warnings: readonly Warning[],
): InputError {
  const tables = views.map(({ table }) => table);
  const contents = views.slice(0, MOST_CONTENTS).map(contentsOf);
  return new InputError(nothingChecked({ tables, contents, notTestable, warnings }), 'check');
}

/** The warning for a table without checks, if other tables have some. */
function uncheckedWarning(view: TableView): Warning {
  const detail = { table: view.table, of: 'table', ...contentsOf(view) } as const;
  return warning(paperWarnings, 'not-checked', detail);
}

function contentsOf({ columns, unnamed }: TableView): Contents {
  const rows = columns.flatMap((column) => column.rows);
  const statistics = columns.flatMap(({ texts, variables }) => [
    ...Object.keys(texts),
    ...variables.flatMap((variableView) => Object.keys(variableView.texts)),
  ]);
  const isAlone = rows.every(({ texts }) =>
    Object.keys(texts).every((field) => field === 'coef' || field === 'stars'),
  );
  const alone = rows.length > 0 && isAlone;
  return { coefficients: rows.length, alone, unnamed, statistics: statistics.length };
}

/** Options of `auditTable`. */
export type AuditOptions = LocalOptions;

/**
 * Checks the printed numbers of tables against each other. A finding is `impossible` only if no rounding and no
 * admissible choice makes them agree.
 *
 * @throws InputError `bad-value`, or `nothing-checked` where no number of the tables can be compared with another
 */
export async function auditTable(
  tables: AuditTable | readonly AuditTable[],
  options: AuditOptions = {},
): Promise<Audit> {
  checkKeys('audit', localSchemas, options);
  const all = Array.isArray(tables) ? (tables as readonly AuditTable[]) : [tables as AuditTable];
  const wrong = all.findIndex((table) => !isAuditTable(table));
  if (all.length === 0 || wrong >= 0) {
    throw badArgument('audit', 'tables', printedTables(), all[wrong]);
  }
  return inOnePiece(options, async () => {
    const engine = await engineFor(options.engine);
    const views = all.map((table) => viewOf(engine, table));
    const byRule: Record<string, number> = {};
    const notTestable: Record<string, number> = {};
    const findings: Finding[] = [];
    const counts = views.map(() => 0);
    for (const rule of rules) {
      for (const [i, view] of views.entries()) {
        const { checks, missing } = rule.check(view);
        counts[i]! += checks.length;
        if (checks.length > 0) byRule[rule.name] = (byRule[rule.name] ?? 0) + checks.length;
        if (missing > 0) notTestable[rule.name] = (notTestable[rule.name] ?? 0) + missing;
        findings.push(...checks.flatMap((check) => findingOf(rule.name, check) ?? []));
      }
    }
    if (counts.every((count) => count === 0))
      throw unchecked(views, notTestable, views.flatMap(unreadOf));
    return {
      kind: 'audit',
      tables: views.map(({ table }) => table),
      findings: withoutEchoes(findings),
      checked: Object.values(byRule).reduce((sum, count) => sum + count, 0),
      byRule,
      notTestable,
      undecided: views.flatMap(undecidedOf),
      rules: Object.fromEntries(
        rules.map(({ name, formula, source, needs }) => [name, { formula, source, needs }]),
      ),
      warnings: views.flatMap((view, i) => [
        ...(counts[i] === 0 ? [uncheckedWarning(view)] : []),
        ...unreadOf(view),
      ]),
    };
  });
}

/** Leaves out findings that follow from an earlier finding about the same number. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ table, column, row, field, stat }) => {
    const key = JSON.stringify([table, column, row, field ?? stat]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
