/**
 * The specification curve of a multiverse (Simonsohn, Simmons and Nelson 2020) as SVG: estimates in ascending order
 * with their intervals (bootstrap intervals if there are any), and below them the tests, instruments and choices of
 * each. Drawn for a column of 85 mm, 320 units wide, with letters of 2 mm and more.
 */
import { escapedSvg } from '../../../core/escapes/html.js';
import { checkKeys, oneOf } from '../../../core/arguments/arguments.js';
import { checkedResult, readable } from '../../../results/read.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import type { ChoiceValue } from '../../../analysis/sensitivity/multiverse/dimension.js';
import { intervalOf } from '../../../analysis/sensitivity/multiverse/specification.js';
import { count } from '../../../words/text/counts.js';
import { type Language, languages } from '../../../words/languages/index.js';
import { widthOf } from '../../tables/writers/measure.js';
import { niceTicks } from '../layout/axis.js';
import { fontsFor } from '../layout/theme.js';
import type { FigureWords } from '../../../words/vocabulary/figures.js';
import { vocabularyOf } from '../../../words/languages/index.js';
import { caption } from './caption.js';
import { colours, ring } from './marks.js';
import { type Drawn, type Frame, qualitiesOf, qualityPanels, right, width } from './quality.js';
import { path, round, text } from '../svg.js';

const curveTop = 38;
const curveHeight = 120;
const rowHeight = 10;
/** Maximum width of a letter in labels. */
const letter = 4.4;
/**
 * Number of strips of the choices; with more specifications a strip represents several, and its shade is their share.
 */
const STRIPS = 100;
const SHADES = 4;

const ink = '#222';

type CurveWords = FigureWords['curve'];

/** Options of the drawing. */
export interface MultiverseSvgOptions {
  /** Language of its words; default `en`. */
  readonly language?: Language | undefined;
}

/**
 * @returns an SVG document without references to anything outside it
 * @throws InputError `bad-value`, `bad-result`
 */
export function multiverseSvg(
  multiverse: MultiverseResult,
  options: MultiverseSvgOptions = {},
): string {
  checkKeys('multiverseSvg', { language: oneOf(languages) }, options);
  const result = checkedResult(multiverse, ['multiverse']) as MultiverseResult;
  const words = vocabularyOf(options.language ?? 'en').figures.curve;
  return readable(() => drawing(result, words));
}

function drawing(result: MultiverseResult, words: CurveWords): string {
  const drawn = inOrder(result);
  const rows = stripsOf(result, words);
  const longest = Math.max(0, ...rows.map(({ label, text: value }) => widthOf(label + value)));
  const frame = frameOf(drawn, Math.min(Math.max(10 + letter * longest, 72), width / 2));
  const quality = qualityPanels(
    qualitiesOf(result, words),
    drawn,
    frame,
    curveTop + curveHeight + 12,
  );
  const rowsTop = quality.bottom + 4;
  const height = rowsTop + rows.length * rowHeight + 4;
  const strips = rows.map((row, i) => {
    const y = rowsTop + i * rowHeight + rowHeight / 2;
    const has = ({ specification }: Drawn) => specification.choices[row.name] === row.value;
    return [
      row.label === '' ? '' : rule(y - rowHeight / 2),
      ...labels(row, frame, y + 3),
      shaded(drawn.map(has), frame, y),
    ].join('');
  });
  const drawing = [
    `<title>${escapedSvg(words.drawing.name(result.coefficient))}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    caption(result, drawn, frame, words),
    axis(frame),
    writtenLine(drawn, frame, height - 4),
    curve(drawn, frame),
    ...quality.panels,
    ...strips,
  ]
    .filter((part) => part !== '')
    .join('\n');
  const size = `viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}"`;
  const font = `font-family="${fontsFor(drawing)}" font-size="8" fill="${ink}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>\n${drawing}\n</svg>`;
}

/** The row for a value of a choice. */
interface Strip {
  readonly name: string;
  readonly value: ChoiceValue | undefined;
  readonly label: string;
  readonly text: string;
}

/** Maximum number of values drawn per choice. */
const VALUES = 24;

/** A row per value of each choice; a control has one row, for the specifications that include it. */
function stripsOf({ choices }: MultiverseResult, { drawing }: CurveWords): Strip[] {
  return choices.flatMap(({ name, values }): Strip[] => {
    const label = drawing.choice(name);
    if (isControl(name, values)) return [{ name, value: true, label, text: '' }];
    const strips = values.slice(0, VALUES).map((value, i) => {
      return { name, value, label: i === 0 ? label : '', text: String(value) };
    });
    const more = values.length - VALUES;
    const rest = { name, value: undefined, label: '', text: drawing.more(count(more)) };
    return more > 0 ? [...strips, rest] : strips;
  });
}

function isControl(name: string, values: readonly ChoiceValue[]): boolean {
  return name.startsWith('control ') && values.every((value) => typeof value === 'boolean');
}

/** The label and the value of a row; the longer one is cut if both do not fit. */
function labels({ label, text: value }: Strip, { left }: Frame, y: number): string[] {
  const room = Math.floor((left - 10) / letter);
  const [labelWidth, valueWidth] = [widthOf(label), widthOf(value)];
  const most = Math.max(room - Math.min(labelWidth, valueWidth), Math.floor(room / 2));
  const fitted = (words: string) =>
    labelWidth + valueWidth <= room || widthOf(words) <= most
      ? words
      : `${words.slice(0, most - 1)}…`;
  return [text(4, y, fitted(label)), text(left - 4, y, fitted(value), 'end')];
}

/** The specifications with an estimate, from the lowest up. */
export function inOrder({ specifications, rule }: MultiverseResult): Drawn[] {
  return specifications
    .flatMap((specification) => {
      const { estimate } = specification;
      if (estimate === null) return [];
      const interval = intervalOf(estimate);
      const excludesZero = interval !== null && (interval[0] > 0 || interval[1] < 0);
      const stands = rule === null ? excludesZero : specification.admissible;
      return [{ specification, estimate, interval, stands }];
    })
    .sort((a, b) => a.estimate.estimate - b.estimate.estimate);
}

/**
 * The range of the drawing: the middle 98% of the estimates, the author's estimate and 0, with room for the median
 * half-width of the intervals on each side.
 */
function frameOf(drawn: readonly Drawn[], left: number): Frame {
  const n = drawn.length;
  const quantile = (share: number) => drawn[Math.floor(share * (n - 1))]?.estimate.estimate ?? 0;
  const reach = (end: 0 | 1) => {
    const all = drawn.flatMap(({ estimate: { estimate }, interval }) =>
      interval === null ? [] : [interval[end] - estimate],
    );
    return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 2 * end - 1;
  };
  const written = drawn.find(({ specification }) => specification.own)?.interval ?? [];
  const low = Math.min(0, quantile(0.01) + reach(0), ...written);
  const high = Math.max(0, quantile(0.99) + reach(1), ...written);
  const step = (width - right - left) / Math.max(n, 1);
  const pad = (high - low) * 0.03;
  const [bottom, top] = [low - pad, high + pad];
  return {
    left,
    step,
    x: (place) => left + step * (place + 0.5),
    y: (value) => {
      const share = Math.min(Math.max((value - bottom) / (top - bottom), 0), 1);
      return curveTop + curveHeight * (1 - share);
    },
    low: bottom,
    high: top,
  };
}

function axis({ left, y, low, high }: Frame): string {
  return niceTicks(low, high)
    .map((tick) => {
      const dash =
        tick === 0 ? ` stroke="${ink}" stroke-width="0.7"` : ` stroke="#e6e6e6" stroke-width="0.5"`;
      const place = round(y(tick));
      return `<path d="M${round(left)} ${place}H${width - right}"${dash}/>${text(left - 4, y(tick) + 3, String(tick), 'end')}`;
    })
    .join('');
}

function curve(drawn: readonly Drawn[], { x, y, step }: Frame): string {
  const line = Math.min(Math.max(0.7 * step, 0.3), 2);
  const size = Math.min(Math.max(step, 1.2), 3);
  const layer = (standing: boolean) => {
    const chosen = drawn
      .map((one, place) => ({ ...one, place }))
      .filter(({ stands }) => stands === standing);
    const { line: pale, dot: full } = standing ? colours.admissible : colours.refused;
    const lines = chosen.flatMap(({ interval, place }) =>
      interval === null
        ? []
        : [`M${round(x(place))} ${round(y(interval[0]))}V${round(y(interval[1]))}`],
    );
    const dots = chosen.map(
      ({ estimate, place }) => `M${round(x(place))} ${round(y(estimate.estimate))}h0`,
    );
    return [path(lines, pale, line), path(dots, full, size, ' stroke-linecap="round"')];
  };
  const [greyLines, greyDots] = layer(false);
  const [blueLines, blueDots] = layer(true);
  const written = drawn.findIndex(({ specification }) => specification.own);
  const mark = written < 0 ? '' : ring(x(written), y(drawn[written]!.estimate.estimate));
  return [greyLines, blueLines, greyDots, blueDots, mark].join('');
}

function writtenLine(drawn: readonly Drawn[], { x }: Frame, bottom: number): string {
  const written = drawn.findIndex(({ specification }) => specification.own);
  if (written < 0) return '';
  return path([`M${round(x(written))} ${curveTop}V${round(bottom)}`], colours.written, 0.6);
}

/** A strip for each specification, or for each of `STRIPS` groups of them. */
function shaded(has: readonly boolean[], { left }: Frame, y: number): string {
  const n = has.length;
  const strips = Math.min(n, STRIPS);
  const step = (width - right - left) / Math.max(strips, 1);
  const shades = Array.from({ length: SHADES + 1 }, (): string[] => []);
  for (let s = 0; s < strips; s++) {
    const part = has.slice(Math.floor((s * n) / strips), Math.floor(((s + 1) * n) / strips));
    const share = part.filter(Boolean).length / part.length;
    shades[Math.floor(share * SHADES + 0.5)]!.push(
      `M${round(left + step * (s + 0.5))} ${round(y - 3.5)}v7`,
    );
  }
  const line = Math.min(0.8 * step, 4);
  return shades
    .map((marks, shade) =>
      shade === 0 ? '' : path(marks, ink, line, ` opacity="${shade / SHADES}"`),
    )
    .join('');
}

function rule(y: number): string {
  return path([`M4 ${round(y)}H${width - right}`], '#ccc', 0.4);
}
