/**
 * The drawing of a specification curve (Simonsohn, Simmons and Nelson 2020): estimates in ascending order
 * with their intervals (bootstrap intervals if there are any), and below them the tests, instruments and choices of
 * each. Drawn for a column of 85 mm.
 */
import { escapedSvg } from '../../../core/escapes/html.js';
import { checkKeys, oneOf } from '../../../core/arguments/arguments.js';
import { checkedResult, readable } from '../../../results/read.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import type { ChoiceValue } from '../../../analysis/sensitivity/multiverse/dimension.js';
import { intervalOf } from '../../../analysis/sensitivity/multiverse/specification.js';
import { count } from '../../../words/text/counts.js';
import { type Language, languages } from '../../../words/languages/index.js';
import { niceTicks } from '../layout/axis.js';
import { shortened, textWidth } from '../layout/text.js';
import { fontsFor, TYPE } from '../layout/theme.js';
import { caption, type Named } from './caption.js';
import { colours, ring } from './marks.js';
import {
  type Drawn,
  edge,
  type Frame,
  qualitiesOf,
  qualityPanels,
  right,
  width,
} from './quality.js';
import { round } from '../svg.js';
import { lines, type Shape, svgOf, words } from './shapes.js';
import { estimates } from './estimates.js';
import { type Names, namesOf } from '../names.js';
import { choiceName, choiceValue } from './choice-names.js';

const curveHeight = 120;
const rowHeight = 12;
/**
 * Number of strips of the choices; with more specifications a strip represents several, and its shade is their share.
 */
const STRIPS = 100;
const SHADES = 4;

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
  options = checkKeys('multiverseSvg', { language: oneOf(languages) }, options);
  const result = checkedResult(multiverse, ['multiverse']) as MultiverseResult;
  return readable(() => {
    const names = namesOf(options, [result.labels]);
    return drawingSvg(result, drawingOf(result, { names }), names);
  });
}

/** Shapes in pixels, on a page of this height and of the width of a column. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export function drawingOf(result: MultiverseResult, named: Named): Drawing {
  const { curve: curveWords } = named.names.words;
  const drawn = inOrder(result);
  const rows = stripsOf(result, named.names);
  const longest = Math.max(0, ...rows.map(({ label, text: value }) => textWidth(label + value)));
  const flat = frameOf(drawn, Math.min(Math.max(3 * edge + longest, 84), width / 2));
  const head = caption(result, drawn, flat, named);
  const frame = lowered(flat, head.bottom + 6);
  const quality = qualityPanels(
    qualitiesOf(result, curveWords),
    drawn,
    frame,
    frame.top + curveHeight + 12,
  );
  const rowsTop = quality.bottom + 4;
  const height = rowsTop + rows.length * rowHeight + 4;
  const strips = rows.flatMap((row, i) => {
    const y = rowsTop + i * rowHeight + rowHeight / 2;
    const has = ({ specification }: Drawn) => specification.choices[row.name] === row.value;
    return [
      ...(row.label === '' ? [] : [rule(y - rowHeight / 2)]),
      ...labels(row, frame, y + 3.5),
      ...shaded(drawn.map(has), frame, y),
    ];
  });
  const shapes = [
    ...head.shapes,
    ...axis(frame),
    ...writtenLine(drawn, frame, height - 4),
    ...curve(drawn, frame),
    ...quality.panels,
    ...strips,
  ];
  return { height, shapes };
}

export function drawingSvg(
  { coefficient }: Pick<MultiverseResult, 'coefficient'>,
  { height, shapes }: Drawing,
  { words: { curve: named }, term }: Names,
): string {
  const drawing = [
    `<title>${escapedSvg(named.drawing.name(term(coefficient)))}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...shapes.map(svgOf),
  ]
    .filter((part) => part !== '')
    .join('\n');
  const size = `viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}"`;
  const font = `font-family="${fontsFor(drawing)}" font-size="${TYPE.text}" fill="${colours.ink}"`;
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
function stripsOf({ choices }: MultiverseResult, names: Names): Strip[] {
  const { drawing } = names.words.curve;
  return choices.flatMap(({ name, values }): Strip[] => {
    const label = choiceName(name, names);
    if (isControl(name, values)) return [{ name, value: true, label, text: '' }];
    const strips = values.slice(0, VALUES).map((value, i) => {
      return { name, value, label: i === 0 ? label : '', text: choiceValue(name, value, names) };
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
function labels({ label, text: value }: Strip, { left }: Frame, y: number): Shape[] {
  const room = left - 3 * edge;
  const [labelWidth, valueWidth] = [textWidth(label), textWidth(value)];
  const fits = labelWidth + valueWidth <= room;
  const most = Math.max(room - Math.min(labelWidth, valueWidth), room / 2);
  const fitted = (whole: string) => (fits ? whole : shortened(whole, most));
  return [words(edge, y, fitted(label)), words(left - edge, y, fitted(value), 'end')];
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
  const author = drawn.find(({ specification }) => specification.own);
  const written = author === undefined ? [] : (author.interval ?? [author.estimate.estimate]);
  const low = Math.min(0, quantile(0.01) + reach(0), ...written);
  const high = Math.max(0, quantile(0.99) + reach(1), ...written);
  const step = (width - right - left) / Math.max(n, 1);
  const pad = (high - low) * 0.03;
  const [bottom, top] = [low - pad, high + pad];
  return {
    left,
    step,
    x: (place) => left + step * (place + 0.5),
    top: 0,
    y: (value) => {
      const share = Math.min(Math.max((value - bottom) / (top - bottom), 0), 1);
      return curveHeight * (1 - share);
    },
    low: bottom,
    high: top,
  };
}

/** The frame with the curve below the caption. */
function lowered(frame: Frame, top: number): Frame {
  return { ...frame, top, y: (value) => top + frame.y(value) };
}

function axis({ left, y, low, high }: Frame): Shape[] {
  return niceTicks(low, high).flatMap((tick) => {
    const look =
      tick === 0 ? { stroke: colours.ink, thick: 0.7 } : { stroke: '#e6e6e6', thick: 0.5 };
    return [
      lines([[left, y(tick), width - right, y(tick)]], look),
      words(left - edge, y(tick) + 3, String(tick), 'end'),
    ];
  });
}

function curve(drawn: readonly Drawn[], frame: Frame): Shape[] {
  const [refused, standing] = [false, true].map((isStanding) => {
    const places = drawn.flatMap((one, place) =>
      one.stands === isStanding ? [{ one, place }] : [],
    );
    return estimates(places, frame, isStanding ? colours.admissible : colours.refused);
  });
  const written = drawn.findIndex(({ specification }) => specification.own);
  const mark =
    written < 0 ? [] : [ring(frame.x(written), frame.y(drawn[written]!.estimate.estimate))];
  return [
    refused!.intervals,
    standing!.intervals,
    ...refused!.points,
    ...standing!.points,
    ...mark,
  ];
}

function writtenLine(drawn: readonly Drawn[], { x, top }: Frame, bottom: number): Shape[] {
  const written = drawn.findIndex(({ specification }) => specification.own);
  if (written < 0) return [];
  const ends = [x(written), top, x(written), bottom] as const;
  return [lines([ends], { stroke: colours.written, thick: 0.6 })];
}

/** A strip for each specification, or for each of `STRIPS` groups of them. */
function shaded(has: readonly boolean[], { left }: Frame, y: number): Shape[] {
  const n = has.length;
  const strips = Math.min(n, STRIPS);
  const step = (width - right - left) / Math.max(strips, 1);
  const shades = Array.from({ length: SHADES + 1 }, (): [number, number, number, number][] => []);
  for (let s = 0; s < strips; s++) {
    const part = has.slice(Math.floor((s * n) / strips), Math.floor(((s + 1) * n) / strips));
    const share = part.filter(Boolean).length / part.length;
    const x = left + step * (s + 0.5);
    shades[Math.floor(share * SHADES + 0.5)]!.push([x, y - 3.5, x, y + 3.5]);
  }
  const thick = Math.min(0.8 * step, 4);
  return shades.flatMap((ends, shade) =>
    shade === 0 || ends.length === 0
      ? []
      : [lines(ends, { stroke: colours.ink, thick, opacity: shade / SHADES })],
  );
}

function rule(y: number): Shape {
  return lines([[edge, y, width - right, y]], { stroke: '#ccc', thick: 0.4 });
}
