/** The marks of a layer. */
import { themedColour } from './colours.js';
import { type Place, placeOf } from './places.js';
import { Point } from './point.js';
import type { Datum, Layer, Mark, Spec } from './types.js';

interface MarksProps {
  readonly layer: Layer;
  readonly spec: Spec;
}

export function Marks({ layer, spec }: MarksProps) {
  const { mark, data } = layer;
  const placed = data.values.flatMap((datum) => {
    const place = placeOf(layer, datum, spec);
    return place === undefined ? [] : [{ datum, place }];
  });
  if (mark.type === 'line' || mark.type === 'area') {
    return <Stretch mark={mark} places={placed.map(({ place }) => place)} />;
  }
  return (
    <>
      {placed.map(({ datum, place }, i) => (
        <One key={i} mark={mark} place={place} text={textOf(layer, datum)} />
      ))}
    </>
  );
}

function textOf({ encoding }: Layer, datum: Datum): string {
  return encoding.text === undefined ? '' : String(datum[encoding.text.field] ?? '');
}

interface OneProps {
  readonly mark: Mark;
  readonly place: Place;
  readonly text: string;
}

function One({ mark, place, text }: OneProps) {
  const { x, y, x2, y2 } = place;
  switch (mark.type) {
    case 'rule':
      return <line x1={x} x2={x2} y1={y} y2={y2} {...strokeOf(mark, 1)} />;
    case 'rect':
      return (
        <rect
          x={Math.min(x, x2)}
          y={Math.min(y, y2)}
          width={Math.abs(x2 - x)}
          height={Math.abs(y2 - y)}
          {...fillOf(mark)}
          {...(mark.stroke !== undefined && {
            stroke: themedColour(mark.stroke),
            'stroke-width': mark.strokeWidth,
          })}
        />
      );
    case 'point':
      return <Point mark={mark} x={x} y={y} />;
    default:
      return <Label mark={mark} x={x} y={y} text={text} />;
  }
}

/** A line through places, or the area between a line and another. */
function Stretch({ mark, places }: { readonly mark: Mark; readonly places: readonly Place[] }) {
  const there = places.map(({ x, y }) => `${x},${y}`);
  if (mark.type === 'line') {
    return <polyline points={there.join(' ')} fill="none" {...strokeOf(mark, 1.5)} />;
  }
  const back = places.map(({ x, y2 }) => `${x},${y2}`).reverse();
  return <polygon points={[...there, ...back].join(' ')} {...fillOf(mark)} />;
}

const strokeOf = (
  { color = '#222222', strokeWidth, strokeDash, opacity }: Mark,
  usual: number,
) => ({
  stroke: themedColour(color),
  'stroke-width': strokeWidth ?? usual,
  'stroke-dasharray': strokeDash?.join(' '),
  opacity,
});

const fillOf = ({ color, fill, opacity }: Mark) => ({
  fill: themedColour(fill ?? color ?? '#222222'),
  opacity,
});

const anchors = { left: 'start', right: 'end', center: 'middle' } as const;
const baselines = {
  top: 'text-before-edge',
  middle: 'central',
  bottom: 'text-after-edge',
  alphabetic: 'alphabetic',
} as const;

function Label({
  mark,
  x,
  y,
  text,
}: {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}) {
  const { align = 'center', baseline = 'middle', dx = 0, dy = 0, lineHeight = 12 } = mark;
  const lines = mark.lineBreak === undefined ? [text] : text.split(mark.lineBreak);
  return (
    <text
      text-anchor={anchors[align]}
      dominant-baseline={baselines[baseline]}
      font-size={mark.fontSize ?? 9.5}
      font-weight={mark.fontWeight}
      fill={themedColour(mark.color ?? '#222222')}
    >
      {lines.map((line, i) => (
        <tspan key={i} x={x + dx} y={y + dy + i * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
