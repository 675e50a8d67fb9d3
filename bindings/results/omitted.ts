/** Omitted regressors, grouped for warnings and tables. */
import type { Omitted } from './common.js';

/** Regressors explained by the same columns and effects. */
export interface OmittedGroup {
  readonly names: readonly string[];
  readonly explainedBy: readonly string[];
}

export function omittedGroups(omitted: readonly Omitted[]): OmittedGroup[] {
  const groups = new Map<string, { names: string[]; explainedBy: readonly string[] }>();
  for (const { name, explainedBy } of omitted) {
    const key = JSON.stringify(explainedBy);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], explainedBy });
    else group.names.push(name);
  }
  return [...groups.values()];
}
