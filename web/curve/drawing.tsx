/** The panels of the outcome, the choices and the rows, with one place across for each specification. */
import type { MultiverseResult } from 'wasmetrics';
import type { Specification } from 'wasmetrics/types';
import { ticksOf } from '../figures/ticks.js';
import { words } from '../words/words.js';
import { intervalOf, type Row, valueOf } from './rows.js';

const [width, left, right, top, curveHeight, rowHeight, nobsHeight] = [
  760, 190, 84, 8, 190, 18, 46,
];

export interface DrawingProps {
  readonly result: MultiverseResult;
  readonly shown: readonly Specification[];
  readonly rows: readonly Row[];
  readonly place: number;
  readonly onPick: (place: number) => void;
}

export function Drawing({ result, shown, rows, place, onPick }: DrawingProps) {
  const step = (width - left - right) / Math.max(1, shown.length);
  const x = (i: number) => left + step * (i + 0.5);
  const choicesTop = top + curveHeight + 26;
  const rowsTop = choicesTop + rows.length * rowHeight + 12;
  const height = rowsTop + nobsHeight + 18;
  const pick = (event: PointerEvent) => {
    const drawing = event.currentTarget as SVGSVGElement;
    const { left: start, width: across } = drawing.getBoundingClientRect();
    const at = ((event.clientX - start) * width) / across;
    onPick(Math.max(0, Math.min(shown.length - 1, Math.floor((at - left) / step))));
  };
  return (
    <svg
      class="drawing curve"
      viewBox={`0 0 ${width} ${height}`}
      onPointerDown={pick}
      onPointerMove={(event) => event.buttons === 1 && pick(event)}
    >
      {shown.length > 0 && (
        <line class="chosen" x1={x(place)} x2={x(place)} y1={top} y2={height - 18} />
      )}
      <Outcome result={result} shown={shown} x={x} place={place} step={step} />
      <g transform={`translate(0 ${choicesTop})`}>
        <Choices shown={shown} rows={rows} x={x} step={step} />
      </g>
      <g transform={`translate(0 ${rowsTop})`}>
        <Observations shown={shown} x={x} step={step} />
      </g>
    </svg>
  );
}

interface PanelProps {
  readonly shown: readonly Specification[];
  readonly x: (place: number) => number;
  readonly step: number;
}

function scaleOf(shown: readonly Specification[]) {
  const ends = shown.flatMap((one) => [one.estimate!.estimate, ...(intervalOf(one) ?? [])]);
  const finite = ends.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const room = 0.04 * (high - low) || 1;
  const [first, last] = [low - room, high + room];
  const y = (value: number) => top + (curveHeight * (last - value)) / (last - first);
  return { y, ticks: ticksOf(first, last) };
}

/** Estimates with their intervals. On the right the interval of one model and the range over all are apart. */
function Outcome({
  result,
  shown,
  x,
  place,
  step,
}: PanelProps & Pick<DrawingProps, 'result' | 'place'>) {
  const { y, ticks } = scaleOf(shown);
  const thick = Math.max(0.6, Math.min(3, 0.5 * step));
  return (
    <g>
      <g class="axes" font-size={11}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? 'zero' : 'grid'}
              x1={left}
              x2={width - right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={left - 6} y={y(tick)} text-anchor="end" dominant-baseline="central">
              {tick}
            </text>
          </g>
        ))}
      </g>
      {shown.map((one, i) => {
        const look = lookOf(one, result);
        const interval = intervalOf(one);
        return (
          <g key={i} class={look}>
            {interval !== undefined && (
              <line
                class="whisker"
                stroke-width={thick}
                x1={x(i)}
                x2={x(i)}
                y1={y(interval[0])}
                y2={y(interval[1])}
              />
            )}
            <circle
              cx={x(i)}
              cy={y(one.estimate!.estimate)}
              r={Math.max(1.4, Math.min(3.5, step))}
            />
            {one.own && <circle class="own" cx={x(i)} cy={y(one.estimate!.estimate)} r={6} />}
          </g>
        );
      })}
      <Ranges shown={shown} place={place} y={y} />
    </g>
  );
}

/** Whether a specification counts, and whether its interval excludes 0. */
function lookOf(one: Specification, { rule }: MultiverseResult): string {
  if (rule !== null && !one.admissible) return 'refused';
  const interval = intervalOf(one);
  return interval !== undefined && (interval[0] > 0 || interval[1] < 0) ? 'clear' : 'unclear';
}

/** The interval of the model that is looked at, and the envelope of the choices: not the same uncertainty. */
function Ranges({
  shown,
  place,
  y,
}: Pick<DrawingProps, 'shown' | 'place'> & { readonly y: (value: number) => number }) {
  const { ofModel, ofChoices } = words.value.curve;
  const one = shown[place];
  if (one === undefined) return null;
  const interval = intervalOf(one);
  const estimates = shown.map(({ estimate }) => estimate!.estimate);
  const [model, choices] = [width - right + 20, width - right + 62];
  return (
    <g class="ranges" font-size={10} text-anchor="middle">
      {interval !== undefined && (
        <line class="of-model" x1={model} x2={model} y1={y(interval[0])} y2={y(interval[1])} />
      )}
      <circle class="of-model" cx={model} cy={y(one.estimate!.estimate)} r={4} />
      <text x={model} y={top + curveHeight + 14}>
        {ofModel}
      </text>
      <line
        class="of-choices"
        x1={choices}
        x2={choices}
        y1={y(Math.min(...estimates))}
        y2={y(Math.max(...estimates))}
      />
      <text x={choices} y={top + curveHeight + 14}>
        {ofChoices}
      </text>
    </g>
  );
}

const labelLetters = 26;

function Choices({ shown, rows, x, step }: PanelProps & Pick<DrawingProps, 'rows'>) {
  const wide = Math.max(0.8, Math.min(8, 0.7 * step));
  return (
    <g class="choices" font-size={11}>
      {rows.map(({ choice, label, keys, first }, r) => {
        const y = (r + 0.5) * rowHeight;
        const text = first ? `${choice}: ${label}` : label;
        return (
          <g key={`${choice} ${label}`}>
            {first && (
              <line class="grid" x1={4} x2={width - right} y1={r * rowHeight} y2={r * rowHeight} />
            )}
            <text x={left - 8} y={y} text-anchor="end" dominant-baseline="central">
              {text.length > labelLetters ? `${text.slice(0, labelLetters)}…` : text}
            </text>
            {shown.map(
              (one, i) =>
                keys.has(valueOf(one, choice)) && (
                  <rect
                    key={i}
                    x={x(i) - wide / 2}
                    y={y - 4.5}
                    width={wide}
                    height={9}
                    rx={Math.min(2, wide / 2)}
                  />
                ),
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Rows of the file that each specification uses. */
function Observations({ shown, x, step }: PanelProps) {
  const { observations } = words.value.curve;
  const most = Math.max(1, ...shown.map(({ estimate }) => estimate!.nobs));
  const wide = Math.max(0.8, 0.8 * step);
  return (
    <g class="observations" font-size={11}>
      <text x={left - 8} y={nobsHeight / 2} text-anchor="end" dominant-baseline="central">
        {observations}
      </text>
      {shown.map(({ estimate }, i) => {
        const tall = (nobsHeight * estimate!.nobs) / most;
        return (
          <rect key={i} x={x(i) - wide / 2} y={nobsHeight - tall} width={wide} height={tall} />
        );
      })}
    </g>
  );
}
