/** A rule of the audit: what it compares, from which source, and the numbers that it needs. */
import type { AuditRule } from '../../../results/audit/audit.js';
import type { Checks } from '../check.js';
import type { TableView } from '../view.js';

export interface Rule extends AuditRule {
  readonly name: string;
  readonly check: (table: TableView) => Checks;
}

export function rule(
  name: string,
  formula: string,
  source: string,
  needs: readonly string[],
  check: (table: TableView) => Checks,
): Rule {
  return { name, formula, source, needs, check };
}

export const definition = 'definition';
