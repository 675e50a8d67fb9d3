/** A range on a line: two sliders of one track, the first never above the last. */

export interface RangeProps {
  readonly least: number;
  readonly most: number;
  readonly from: number;
  readonly to: number;
  readonly fromLabel: string;
  readonly toLabel: string;
  /** What a value is called, if it is not its number. */
  readonly say?: (value: number) => string;
  readonly onChange: (from: number, to: number) => void;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-describedby'?: string | undefined;
}

export function Range(props: RangeProps) {
  const { least, most, from, to, fromLabel, toLabel, say, onChange, ...aria } = props;
  const share = (value: number) => (value - least) / (most - least || 1);
  const common = { type: 'range', min: least, max: most, step: 1, ...aria } as const;
  const style = { '--from': share(from), '--to': share(to) };
  const valueOf = (event: Event) => (event.currentTarget as HTMLInputElement).valueAsNumber;
  return (
    <div class="range" style={style}>
      <input
        {...common}
        value={from}
        aria-label={fromLabel}
        aria-valuetext={say?.(from)}
        onInput={(event) => {
          const value = valueOf(event);
          onChange(value, Math.max(value, to));
        }}
      />
      <input
        {...common}
        value={to}
        aria-label={toLabel}
        aria-valuetext={say?.(to)}
        onInput={(event) => {
          const value = valueOf(event);
          onChange(Math.min(from, value), value);
        }}
      />
    </div>
  );
}
