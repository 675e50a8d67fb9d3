/** The parts of a figure's description as sentences: each ends with the full stop of its script. */
export function described(...parts: readonly string[]): string {
  return parts
    .map((part) => {
      if (/[.!?。！？]$/.test(part)) return part;
      return `${part}${/\p{Script=Han}/u.test(part) ? '。' : '.'}`;
    })
    .join(' ');
}
