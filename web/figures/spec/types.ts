/** The part of Vega-Lite in which the library writes its figures: layers of marks on two scales with known ends. */

export type Datum = Readonly<Record<string, number | string | null>>;

/** Where a mark is on one scale: a place in pixels, a number, or a field of the data. */
export interface Channel {
  readonly value?: number;
  readonly datum?: number;
  readonly field?: string;
  readonly title?: string | null;
  readonly scale?: { readonly domain: readonly [number, number]; readonly reverse?: boolean };
  readonly axis?: {
    readonly values: readonly number[];
    readonly grid: boolean;
    readonly titleX?: number;
  } | null;
}

export interface Mark {
  readonly type: 'rect' | 'rule' | 'point' | 'text' | 'line' | 'area';
  readonly color?: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeDash?: readonly number[];
  readonly opacity?: number;
  readonly filled?: boolean;
  readonly shape?: string;
  readonly size?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic';
  readonly dx?: number;
  readonly dy?: number;
  readonly fontSize?: number;
  readonly fontWeight?: string;
  readonly lineBreak?: string;
  readonly lineHeight?: number;
}

export interface Layer {
  readonly data: { readonly values: readonly Datum[] };
  readonly mark: Mark;
  readonly encoding: {
    readonly x?: Channel;
    readonly x2?: Channel;
    readonly y?: Channel;
    readonly y2?: Channel;
    readonly text?: { readonly field: string };
  };
}

export interface Spec {
  readonly width: number;
  readonly height: number;
  readonly padding: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
  readonly layer: readonly Layer[];
}
