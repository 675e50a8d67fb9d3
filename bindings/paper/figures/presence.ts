/** A picture of which units of a panel have rows in which periods. */
import { escapedHtml, escapedSvg } from '../../core/escapes/html.js';
import { checkedResult, readable } from '../../results/read.js';
import type { PanelReport, Presence } from '../../results/describe/panel-report.js';
import { plural } from '../../words/text/counts.js';
import { round, text } from './svg.js';

const top = 34;
const right = 10;
/** Colour of a cell with rows; its opacity is the share of rows. */
const full = '#1f5fa8';
const none = '#eeeeee';
/** Maximum characters of a label, and the width of one. */
const LETTERS = 24;
const letter = 4.6;
/** Letters that are twice as wide. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;
/** Maximum number of labels below the picture. */
const LABELS = 8;

/**
 * The presence of units by periods as SVG: dark cells have all their rows, grey ones none.
 *
 * @throws InputError `bad-result` for anything but the result of `panelReport`
 */
export function presenceSvg(report: PanelReport): string {
  const result = checkedResult(report, ['panel-report']) as PanelReport;
  return readable(() => drawing(result));
}

function drawing(result: PanelReport): string {
  const { presence, unit, time, units, periods } = result;
  const names = presence.units.map(({ from, to }) =>
    shortened(from === to ? from : `${from} – ${to}`),
  );
  const left = 12 + letter * Math.max(4, ...names.map(lengthOf));
  const cellWidth = Math.min(24, Math.max(6, 360 / Math.max(1, presence.periods.length)));
  const cellHeight = 9;
  const bottom = top + cellHeight * presence.units.length;
  const height = bottom + 22;
  const title = `${plural(units, 'unit')} (${unit}) in ${plural(periods, 'period')} (${time})`;
  const picture = left + cellWidth * presence.periods.length + right;
  const width = Math.max(picture, 8 + 1.2 * letter * lengthOf(title));
  const rows = presence.units.map(({ shares }, row) => {
    const y = top + row * cellHeight;
    const label = text(left - 4, y + 7, names[row]!, 'end');
    return (
      label + shares.map((share, j) => cell(share, left + j * cellWidth, y, cellWidth)).join('')
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(2 * width)}" height="${round(2 * height)}" font-family="sans-serif" font-size="8" fill="#222" role="img" aria-label="${escapedHtml(title)}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="4" y="12" font-size="9" font-weight="bold">${escapedSvg(title)}</text>`,
    text(4, 24, 'blue: share of rows; grey: no row'),
    ...rows,
    ...periodLabels(presence, left, cellWidth, bottom + 11),
    '</svg>',
  ].join('');
}

function cell(share: number, x: number, y: number, width: number): string {
  const fill = share === 0 ? none : full;
  const opacity = share === 0 || share === 1 ? '' : ` fill-opacity="${round(0.25 + 0.75 * share)}"`;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width - 0.8)}" height="8.2" fill="${fill}"${opacity}/>`;
}

function lengthOf(name: string): number {
  return name.length + (name.match(wide)?.length ?? 0);
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= LETTERS ? name : `${letters.slice(0, LETTERS - 1).join('')}…`;
}

/** The first periods of some bands, as many as fit. */
function periodLabels({ periods }: Presence, left: number, cellWidth: number, y: number): string[] {
  const widest = Math.max(1, ...periods.map(({ from }) => String(from).length));
  const room = Math.max(1, Math.ceil((letter * widest + 6) / cellWidth));
  const every = Math.max(room, Math.ceil(periods.length / LABELS));
  return periods.flatMap(({ from }, j) =>
    j % every === 0 ? [text(left + (j + 0.5) * cellWidth, y, String(from), 'middle')] : [],
  );
}
