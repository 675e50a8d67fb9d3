/** The text above the specification curve. */
import { escapedSvg } from '../../../core/escapes/html.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import { dot, text } from '../svg.js';
import type { FigureWords } from '../../../words/vocabulary/figures.js';
import { colours, ring } from './marks.js';
import { type Drawn, type Frame, right, width } from './quality.js';

type CurveWords = FigureWords['curve'];

/** Intervals that extend beyond the frame, cut at `y`. */
function cutIntervals(drawn: readonly Drawn[], { low, high }: Frame): number {
  return drawn.filter(({ interval }) => interval && (interval[0] < low || interval[1] > high))
    .length;
}

/** The title, the share of estimates that pass, and the meaning of the marks. */
export function caption(
  { coefficient, depvar, admissible, level, ...result }: MultiverseResult,
  drawn: readonly Drawn[],
  frame: Frame,
  words: CurveWords,
): string {
  const { bootstrap } = result;
  const { drawing } = words;
  const cut = cutIntervals(drawn, frame);
  const without = drawn.filter(({ interval }) => interval === null).length;
  const failed = result.specifications.length - drawn.length;
  const title = [
    drawing.title(coefficient, outcomeIsVaried(result) ? undefined : depvar, drawn.length),
    ...(failed === 0 ? [] : [drawing.failed(count(failed))]),
    ...(without === 0 ? [] : [drawing.withoutInterval(count(without))]),
  ];
  const share = (value: number) => percent(Math.floor(1000 * value + 0.5) / 1000);
  const shares =
    admissible.share === null
      ? [admissible.reason!]
      : [
          ...(result.rule === null ? [] : [drawing.admissible(count(admissible.count))]),
          drawing.beyond(share(admissible.share), result.sign, percent(1 - level)),
        ];
  const stands = result.rule === null ? drawing.significant : words.admissible;
  const falls = result.rule === null ? drawing.notSignificant : words.refused;
  const lines = [
    drawing.lines(percent(level), bootstrap?.ci),
    ...(cut > 0 ? [drawing.cut(count(cut))] : []),
  ];
  const key = [
    dot(8, 30, colours.admissible.dot),
    text(13, 33, stands),
    dot(62, 30, colours.refused.dot),
    text(67, 33, falls),
    ring(132, 30),
    text(138, 33, words.asWritten),
    text(width - right, 33, lines.join(drawing.comma), 'end'),
  ];
  return [
    `<text x="4" y="10" font-size="9" font-weight="bold">${escapedSvg(title.join(drawing.comma))}</text>`,
    text(4, 21, shares.join(drawing.comma)),
    bootstrap === undefined
      ? ''
      : text(width - right, 21, drawing.bootstrap(count(bootstrap.reps), bootstrap.seed), 'end'),
    ...key,
  ].join('');
}

function outcomeIsVaried({ choices }: Pick<MultiverseResult, 'choices'>): boolean {
  return choices.some(({ name, values }) => name === 'outcome' && values.length > 1);
}
