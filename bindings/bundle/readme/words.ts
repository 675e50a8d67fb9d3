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

/** A line of a list with a box, ticked or not. */
export function box(isTicked: boolean, text: string): string {
  return `- [${isTicked ? 'x' : ' '}] ${text}`;
}

/** A row of a table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
}

/** Classes with their upper bounds, the first that holds a value ticked. */
export function classes(value: number, bounds: readonly (readonly [number, string])[]): string[] {
  const chosen = bounds.findIndex(([below]) => value < below);
  return bounds.map(([, words], i) => box(i === chosen, words));
}
