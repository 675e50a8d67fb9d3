const longestShown = 40;

/** A text of which a message shows at most 40 characters, on one line. */
export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length <= longestShown ? line : `${line.slice(0, longestShown)}…`;
}
