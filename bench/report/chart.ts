/** A chart of horizontal bars in groups, as SVG. */
/** A bar of a group, legible on light and dark pages. */
export interface Bar {
  readonly group: string;
  readonly label: string;
  readonly value: number;
  /** Number of its colour. */
  readonly color: number;
}

const COLORS = ['#4c78a8', '#f58518', '#54a24b', '#b279a2'];
const [WIDTH, LEFT, RIGHT, BAR, GAP, HEAD] = [760, 200, 60, 18, 30, 44];

/** Bars that start at 0, one scale for all, and a line at 1. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const scale = (WIDTH - LEFT - RIGHT) / Math.max(1, ...bars.map(({ value }) => value));
  const lines: string[] = [];
  let y = HEAD;
  let group = '';
  for (const bar of bars) {
    if (bar.group !== group) {
      group = bar.group;
      y += GAP;
      lines.push(
        `<text x="10" y="${y - 8}" font-weight="600" stroke="#fff" stroke-width="4" paint-order="stroke">${escapeText(group)}</text>`,
      );
    }
    const length = (bar.value * scale).toFixed(1);
    const middle = y + BAR - 5;
    lines.push(
      `<text x="${LEFT - 8}" y="${middle}" text-anchor="end">${escapeText(bar.label)}</text>`,
      `<rect x="${LEFT}" y="${y}" width="${length}" height="${BAR - 4}" fill="${COLORS[bar.color % COLORS.length]}"/>`,
      `<text x="${(LEFT + bar.value * scale + 6).toFixed(1)}" y="${middle}">${bar.value.toFixed(1)}</text>`,
    );
    y += BAR;
  }
  const height = y + 16;
  const one = (LEFT + scale).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#222" role="img" aria-label="${escapeText(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="26" font-size="16" font-weight="600">${escapeText(title)}</text>
<line x1="${one}" y1="${HEAD}" x2="${one}" y2="${height - 12}" stroke="#222" stroke-dasharray="4 3"/>
${lines.join('\n')}
</svg>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
