/** Which parts of a watched study to print again. */
import type { StudyResult } from '../../bindings/entries/study.js';

/** The tables, figures and claims that have changed. `before` is updated to them. */
export function changedParts(
  { tables, figures, claims, failed }: StudyResult,
  before: Map<string, string>,
): string[] {
  const parts: (readonly [id: string, part: unknown])[] = [
    ...Object.entries(tables),
    ...Object.entries(figures).map(([id, { spec }]) => [id, spec] as const),
    ...claims.map((claim) => [claim.id, claim] as const),
    ...failed.map((entry) => [entry.id, entry] as const),
  ];
  const now = new Map(parts.map(([id, part]) => [id, JSON.stringify(part)]));
  const changed = [...now].filter(([id, text]) => before.get(id) !== text).map(([id]) => id);
  before.clear();
  for (const [id, text] of now) before.set(id, text);
  return changed;
}

/** The parts of a result with these names. */
export function onlyParts(result: StudyResult, ids: readonly string[]): StudyResult {
  const chosen = <Part>(parts: Readonly<Record<string, Part>>) =>
    Object.fromEntries(Object.entries(parts).filter(([id]) => ids.includes(id)));
  return {
    ...result,
    tables: chosen(result.tables),
    figures: chosen(result.figures),
    claims: result.claims.filter(({ id }) => ids.includes(id)),
    failed: result.failed.filter(({ id }) => ids.includes(id)),
  };
}
