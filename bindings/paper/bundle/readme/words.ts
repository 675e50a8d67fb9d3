/** Words of sizes, times and counts. */

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** `5 s`, `12 min`, `3.2 h`: two digits. */
export function duration(seconds: number): string {
  const round = (value: number) => String(Number(value.toPrecision(2)));
  if (seconds < 60) return `${round(seconds)} s`;
  return seconds < 3600 ? `${round(seconds / 60)} min` : `${round(seconds / 3600)} h`;
}

/** `820 kB`, `1.2 GB`: three digits. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(3))} ${units[unit]!}`;
}

/** A line of a list with a box that only the authors tick. */
export function box(text: string): string {
  return `- [ ] ${text}`;
}

/** Marks what only the authors can say. */
export const TODO = 'TODO';

/** Before what the program found, in a line that the authors may delete. */
export const CHECKED = 'Checked by the program: ';

/** What the program found, for authors who tick the boxes below it. */
export function toTick(facts: string): string {
  return `${TODO}: tick what is true. ${CHECKED}${facts}`;
}

/** A row of a table of Markdown. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Classes with their upper bounds, below the class of what was measured. */
export function classes(
  measured: string,
  value: number,
  bounds: readonly (readonly [number, string])[],
): string[] {
  const [, words] = bounds.find(([below]) => value < below)!;
  return [toTick(`${measured}, which is ${words}.`), '', ...bounds.map(([, one]) => box(one))];
}
