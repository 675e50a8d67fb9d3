/** Times of progress. */

/** `4 s`, `1 min 05 s`, `2 h 07 min`; undefined for a time that is not known. */
export function durationOf(exact: number): string | undefined {
  const seconds = Math.ceil(exact);
  if (!Number.isFinite(seconds)) return undefined;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${twoDigits(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${twoDigits(Math.floor((seconds % 3600) / 60))} min`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
