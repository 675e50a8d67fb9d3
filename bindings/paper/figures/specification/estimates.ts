/** The estimates of a specification curve with their intervals. */
import { finite } from '../layout/marks.js';
import { isBeyond } from './caption.js';
import type { Drawn, Frame } from './quality.js';
import { dots, lines, type Shape } from './shapes.js';

/** The intervals and points of some specifications, which say their numbers; arrows stand for points beyond the frame. */
export function estimates(
  chosen: readonly { readonly one: Drawn; readonly place: number }[],
  frame: Frame,
  { line, dot }: { readonly line: string; readonly dot: string },
): { readonly intervals: Shape; readonly points: readonly Shape[] } {
  const { x, y, step, low: bottom, high: top } = frame;
  const lined = chosen.flatMap(({ one: { interval }, place }) => {
    const isSeen = interval !== null && interval[0] <= top && interval[1] >= bottom;
    return isSeen ? [{ place, low: interval[0], high: interval[1] }] : [];
  });
  const inside = chosen.filter(({ one }) => !isBeyond(one, frame));
  const beyond = chosen.filter(({ one }) => isBeyond(one, frame));
  return {
    intervals: lines(
      lined.map(({ place, low, high }) => [x(place), y(low), x(place), y(high)]),
      { stroke: line, thick: Math.min(Math.max(0.7 * step, 0.3), 2) },
      lined.map(({ place, low, high }) => {
        return { specification: place + 1, low: finite(low), high: finite(high) };
      }),
    ),
    points: [
      dots(
        inside.map(({ one, place }) => [x(place), y(one.estimate.estimate)]),
        { colour: dot, diameter: Math.min(Math.max(step, 1.2), 3) },
        inside.map(numbered),
      ),
      ...(beyond.length === 0
        ? []
        : [
            lines(
              beyond.flatMap(({ one: { estimate }, place }) =>
                arrow(x(place), y(estimate.estimate), estimate.estimate > top),
              ),
              { stroke: dot, thick: 1 },
              beyond.flatMap((one) => [numbered(one), numbered(one)]),
            ),
          ]),
    ],
  };
}

const numbered = ({ one, place }: { readonly one: Drawn; readonly place: number }) => ({
  specification: place + 1,
  estimate: finite(one.estimate.estimate),
});

/** The two lines of an arrow at the edge of the frame, which points out of it. */
function arrow(x: number, edge: number, isUp: boolean) {
  const foot = edge + (isUp ? 4 : -4);
  return [
    [x - 2.5, foot, x, edge],
    [x + 2.5, foot, x, edge],
  ] as const;
}
