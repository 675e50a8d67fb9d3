/** What the stars of a table mean. */

/** How it is said: bounds of p, percent levels one by one, or all levels in one sentence. */
export type Legend = 'p' | 'P' | 'percent' | 'levels';

/** Stars with their bounds, or their levels in percent, in the order in which they are said. */
export type LegendEntries = readonly (readonly [stars: string, level: string])[];

/** `* p < 0.1, ** p < 0.05`, or the like. */
export function starLegend(entries: LegendEntries, form: Legend = 'p', between = ', '): string {
  if (form === 'levels') {
    const marks = enumerated(entries.map(([stars]) => stars));
    return `${marks} denote significance at the ${enumerated(entries.map(([, level]) => `${level}%`))} levels`;
  }
  const parts = entries.map(([stars, level]) =>
    form === 'percent'
      ? `${stars} Significant at the ${level} percent level`
      : `${stars} ${form} < ${level}`,
  );
  return parts.join(between);
}

const enumerated = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' and $1');
