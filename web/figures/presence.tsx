/** Units down, periods across: a cell is the darker the more of its possible rows exist. */
import type { Presence as PresenceOf } from 'wasmetrics/data';
import { percent } from '../words/numbers.js';
import { words } from '../words/words.js';

export interface PresenceProps {
  readonly presence: PresenceOf;
  readonly unit: string;
  readonly time: string;
}

const cell = 10;

/** Pointing at a cell says it; the text next to the picture says the whole. */
export function Presence({ presence, unit, time }: PresenceProps) {
  const { presence: label, presenceCell } = words.value.look;
  const { periods, units } = presence;
  const [width, height] = [periods.length * cell, units.length * cell];
  const nameOf = ({
    from,
    to,
  }: {
    readonly from: number | string;
    readonly to: number | string;
  }) => (from === to ? String(from) : `${from}–${to}`);
  return (
    <figure class="presence">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label(unit, time)}
      >
        {units.map((row, i) =>
          row.shares.map((share, j) => (
            <rect
              key={`${i} ${j}`}
              x={j * cell}
              y={i * cell}
              width={cell - 1}
              height={cell - 1}
              class={share === 0 ? 'absent' : 'present'}
              opacity={share === 0 ? 1 : 0.25 + 0.75 * share}
            >
              <title>{presenceCell(nameOf(row), nameOf(periods[j]!), percent(share))}</title>
            </rect>
          )),
        )}
      </svg>
      <figcaption>
        <span>{nameOf(periods[0]!)}</span>
        <span>{time}</span>
        <span>{nameOf(periods.at(-1)!)}</span>
      </figcaption>
    </figure>
  );
}
