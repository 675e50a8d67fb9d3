/** The text above the specification curve. */
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import { count } from '../../../words/text/counts.js';
import { percent, short } from '../../../words/text/format.js';
import { textWidth, wrapped } from '../layout/text.js';
import { LINE, TYPE } from '../layout/theme.js';
import { BOLD, TITLE_LINE } from '../layout/view.js';
import type { Names } from '../names.js';
import type { FigureWords } from '../../../words/en/figures.js';
import { colours, ring } from './marks.js';
import { type Drawn, edge, type Frame, width } from './quality.js';
import { dots, type Shape, words } from './shapes.js';

/** Distance from the top of a line to the foot of its letters. */
const BASE = 9;

/** The names of what is drawn, and the title if one is given. */
export interface Named {
  readonly names: Names;
  readonly title?: string | undefined;
}

/** Intervals that extend beyond the frame, cut at `y`. */
function cutIntervals(drawn: readonly Drawn[], { low, high }: Frame): number {
  return drawn.filter(({ interval }) => interval && (interval[0] < low || interval[1] > high))
    .length;
}

/** Whether an estimate lies outside the frame, which leaves out the outermost one per cent on each side. */
export function isBeyond({ estimate: { estimate } }: Drawn, { low, high }: Frame): boolean {
  return estimate < low || estimate > high;
}

/** The title, the share of estimates that pass, and the meaning of the marks; `bottom` is the lower end. */
export function caption(
  result: MultiverseResult,
  drawn: readonly Drawn[],
  frame: Frame,
  named: Named,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const { bootstrap } = result;
  const { curve } = named.names.words;
  const { drawing } = curve;
  const title = wrapped(titleOf(result, drawn, named), width - 2 * edge, 3, TYPE.title * BOLD);
  const cut = cutIntervals(drawn, frame);
  const intervals = [
    drawing.lines(percent(result.level), bootstrap?.ci),
    ...(cut > 0 ? [drawing.cut(count(cut))] : []),
  ];
  const below = [
    intervals.join(drawing.comma),
    ...beyondOf(drawn, frame, drawing),
    ...(bootstrap ? [drawing.bootstrap(count(bootstrap.reps), bootstrap.seed)] : []),
  ];
  const shares = wrapped(sharesOf(result, curve), width - 2 * edge, 2);
  const sharesTop = edge + title.length * TITLE_LINE;
  const keyTop = sharesTop + shares.length * LINE;
  const textAt = (top: number) => (line: string, i: number) =>
    words(edge, top + i * LINE + BASE, line);
  return {
    shapes: [
      ...title.map((line, i): Shape => {
        const y = edge + i * TITLE_LINE + BASE;
        return { kind: 'words', x: edge, y, words: line, isTitle: true };
      }),
      ...shares.map(textAt(sharesTop)),
      ...keys(result, curve, keyTop + BASE),
      ...below.map(textAt(keyTop + LINE)),
    ],
    bottom: keyTop + (1 + below.length) * LINE,
  };
}

/** How many estimates arrows stand for, and between which numbers they lie. */
function beyondOf(
  drawn: readonly Drawn[],
  frame: Frame,
  drawing: FigureWords['curve']['drawing'],
): string[] {
  const values = drawn
    .filter((one) => isBeyond(one, frame))
    .map(({ estimate }) => estimate.estimate);
  if (values.length === 0) return [];
  const ends = [
    ...new Set([Math.min(...values), Math.max(...values)].map((value) => short(value))),
  ];
  return [drawing.beyondFrame(count(values.length), ends)];
}

function titleOf(
  { coefficient, depvar, ...result }: MultiverseResult,
  drawn: readonly Drawn[],
  { names, title }: Named,
): string {
  const { drawing } = names.words.curve;
  const outcome = outcomeIsVaried(result) ? undefined : names.column(depvar);
  const failed = result.specifications.length - drawn.length;
  const without = drawn.filter(({ interval }) => interval === null).length;
  return [
    title ?? drawing.title(names.term(coefficient), outcome, drawn.length),
    ...(failed === 0 ? [] : [drawing.failed(count(failed))]),
    ...(without === 0 ? [] : [drawing.withoutInterval(count(without))]),
  ].join(drawing.comma);
}

function sharesOf(
  { admissible, rule, sign, level }: MultiverseResult,
  { drawing }: FigureWords['curve'],
): string {
  if (admissible.share === null) return drawing.value(admissible.reason!);
  const share = percent(Math.floor(1000 * admissible.share + 0.5) / 1000);
  return [
    ...(rule === null ? [] : [drawing.admissible(count(admissible.count))]),
    drawing.beyond(share, sign, percent(1 - level)),
  ].join(drawing.comma);
}

/** The marks of estimates that pass, of the others, and of the author's, next to their names. */
function keys({ rule }: MultiverseResult, curve: FigureWords['curve'], y: number): Shape[] {
  const passes = rule === null ? curve.drawing.significant : curve.admissible;
  const fails = rule === null ? curve.drawing.notSignificant : curve.refused;
  const middle = y - 3;
  const dot = (colour: string) => (x: number) => dots([[x, middle]], { colour, diameter: 4 });
  const marks = [
    { mark: dot(colours.admissible.dot), name: passes },
    { mark: dot(colours.refused.dot), name: fails },
    { mark: (x: number) => ring(x, middle), name: curve.asWritten },
  ];
  let x = edge + 3;
  return marks.flatMap(({ mark, name }) => {
    const shapes = [mark(x), words(x + 6, y, name)];
    x += 6 + textWidth(name) + 12;
    return shapes;
  });
}

function outcomeIsVaried({ choices }: Pick<MultiverseResult, 'choices'>): boolean {
  return choices.some(({ name, values }) => name === 'outcome' && values.length > 1);
}
