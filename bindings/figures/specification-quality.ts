/** Below the specification curve: p-values of the tests and instruments per unit, with the bounds of the rule. */
import type { Estimate } from '../sensitivity/multiverse/specification.js';
import type { MultiverseResult, Specification } from '../sensitivity/multiverse/result.js';
import { short } from '../tables/format.js';
import { path, round, text } from './svg.js';

export const width = 320;
export const right = 6;
const panelHeight = 20;
const gap = 8;

export interface Drawn {
  readonly specification: Specification;
  readonly estimate: Estimate;
  /** null where there is none of the kind asked for. */
  readonly interval: readonly [number, number] | null;
}

export interface Frame {
  readonly left: number;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
  /** Units between two specifications. */
  readonly step: number;
  readonly low: number;
  readonly high: number;
}

interface Quality {
  readonly label: string;
  readonly of: (estimate: Estimate) => number | null;
  readonly bounds: readonly number[];
}

/** A panel for each quantity that some specification has, from `top` down, and where they end. */
export function qualityPanels(
  { rule }: MultiverseResult,
  drawn: readonly Drawn[],
  frame: Frame,
  top: number,
): { readonly panels: readonly string[]; readonly bottom: number } {
  const qualities: readonly Quality[] = [
    { label: 'Hansen p', of: ({ hansen }) => hansen, bounds: rule.hansen },
    { label: 'AR(2) p', of: ({ ar2 }) => ar2, bounds: [rule.ar2] },
    { label: 'levels p', of: ({ levelHansen }) => levelHansen, bounds: [] },
    {
      label: 'instr. / unit',
      of: ({ instrumentsPerUnit }) => instrumentsPerUnit,
      bounds: [rule.instrumentsPerUnit],
    },
  ];
  const present = qualities.filter(({ of }) => drawn.some(({ estimate }) => of(estimate) !== null));
  const panels = present.map((quality, i) =>
    panel(quality, drawn, frame, top + i * (panelHeight + gap)),
  );
  return { panels, bottom: top + present.length * (panelHeight + gap) };
}

function panel(
  { label, of, bounds }: Quality,
  drawn: readonly Drawn[],
  { left, x, step }: Frame,
  top: number,
): string {
  const highest = Math.max(1, ...drawn.map(({ estimate }) => of(estimate) ?? 0));
  const y = (value: number) => round(top + panelHeight * (1 - value / highest));
  const across = (value: number) => `M${round(left)} ${y(value)}H${width - right}`;
  const dots = drawn.flatMap(({ estimate }, place) => {
    const value = of(estimate);
    return value === null ? [] : [`M${round(x(place))} ${y(value)}h0`];
  });
  const size = Math.min(Math.max(step, 1), 2);
  const within = bounds.filter((bound) => bound <= highest);
  return [
    path([across(0), across(highest)], '#e6e6e6', 0.5),
    path(within.map(across), '#777', 0.5, ' stroke-dasharray="2 2"'),
    text(4, top + panelHeight / 2 + 3, label),
    text(left - 4, top + 6, short(highest, 2), 'end'),
    text(left - 4, top + panelHeight + 1, '0', 'end'),
    path(dots, '#222', size, ' stroke-linecap="round"'),
  ].join('');
}
