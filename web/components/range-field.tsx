/** A pair of lags as a range: the place right of the longest lag stands for all lags. */
import { words } from '../words/words.js';
import type { ControlProps } from './control-props.js';
import { Range } from './range.js';

export type Lags = readonly [number, number | null];

export interface RangeFieldProps {
  readonly control: ControlProps;
  readonly value: Lags | undefined;
  /** The longest lag that the data allow. */
  readonly longest: number;
  /** What the lags are of, for the names of the sliders. */
  readonly names: string;
  readonly onChange: (lags: Lags) => void;
}

export function RangeField({ control, value, longest, names, onChange }: RangeFieldProps) {
  const { lags, firstLag, lastLag } = words.value.model;
  const [from, last] = value ?? [2, null];
  const most = Math.max(longest, from, last ?? 0) + 1;
  const least = Math.min(0, from);
  const to = last ?? most;
  const say = (lag: number) => (lag === most ? words.value.app.all : String(lag));
  return (
    <div class="range-field">
      <output>{lags(String(from), say(to))}</output>
      <Range
        aria-invalid={control['aria-invalid']}
        aria-describedby={control['aria-describedby']}
        least={least}
        most={most}
        from={from}
        to={to}
        fromLabel={firstLag(names)}
        toLabel={lastLag(names)}
        say={say}
        onChange={(first, end) => onChange([Math.min(first, most - 1), end === most ? null : end])}
      />
    </div>
  );
}
