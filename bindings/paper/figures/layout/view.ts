/** A whole specification: title, subtitle, keys, the figure, and notes below it. */
import { type Key, legend } from './legend.js';
import { type Layer, layer } from './marks.js';
import { wrapped } from './text.js';
import { config, fontsFor, LINE, TYPE, WIDTH } from './theme.js';

export interface View {
  readonly title: string;
  /** What the marks mean, below the title. */
  readonly subtitle?: string | undefined;
  readonly description: string;
  readonly keys?: readonly Key[];
  /** Room on the left of the figure for labels. */
  readonly left: number;
  readonly right?: number;
  readonly height: number;
  /** Room below the figure for axis and labels. */
  readonly bottom: number;
  readonly notes?: readonly string[];
  readonly layers: readonly Layer[];
}

/** A specification of Vega-Lite with its data inside. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>;

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';
const MARGIN = 4;
const RIGHT = 10;
export const TITLE_LINE = TYPE.title + 3;
/** Bold letters are wider by this factor. */
export const BOLD = 1.06;

/** Room for the ticks of a horizontal axis, and for its title. */
export const AXIS_HEIGHT = { ticks: 18, title: 14 } as const;

/** The width between the labels on the left and the right edge. */
export function plotWidth(left: number, right = RIGHT): number {
  return WIDTH - left - right;
}

export function specOf(view: View): VegaLiteSpec {
  const { left, right = RIGHT, height, bottom, keys = [], notes = [] } = view;
  const most = WIDTH - 2 * MARGIN;
  const title = wrapped(view.title, most, 3, TYPE.title * BOLD);
  const subtitle = view.subtitle === undefined ? [] : wrapped(view.subtitle, most, 3);
  const { height: legendHeight, layers: legendLayers } = legend(keys, left);
  const titleHeight = title.length * TITLE_LINE;
  const top = MARGIN + titleHeight + subtitle.length * LINE + 4 + legendHeight;
  const noteLines = notes.flatMap((note) => wrapped(note, most, 3));
  const place = (y: number) => ({ x: MARGIN - left, y });
  const layers = [
    ...textLayers(
      title,
      { ...place(MARGIN - top), line: TITLE_LINE },
      {
        fontSize: TYPE.title,
        fontWeight: 'bold',
      },
    ),
    ...textLayers(subtitle, { ...place(MARGIN - top + titleHeight), line: LINE }),
    ...legendLayers(-legendHeight - 2),
    ...view.layers.map((one) => withTitlePlace(one, left)),
    ...textLayers(noteLines, { ...place(height + bottom), line: LINE }),
  ];
  return {
    $schema: SCHEMA,
    description: view.description,
    width: plotWidth(left, right),
    height,
    autosize: { type: 'none' },
    padding: { left, right, top, bottom: bottom + noteLines.length * LINE + MARGIN },
    config: { font: fontsFor(JSON.stringify(layers)), ...config },
    layer: layers,
  };
}

/** A specification whose layers are in pixels of a page of this size, with no axes. */
export function pixelSpec({
  description,
  width,
  height,
  layers,
}: Pick<View, 'description' | 'height' | 'layers'> & { readonly width: number }): VegaLiteSpec {
  return {
    $schema: SCHEMA,
    description,
    width,
    height,
    autosize: { type: 'none' },
    padding: { left: 0, right: 0, top: 0, bottom: 0 },
    config: { font: fontsFor(JSON.stringify(layers)), ...config },
    layer: layers,
  };
}

/** Distance from the edge of the figure to the lower edge of a vertical title. */
const TITLE_EDGE = 15;

/** Places the title of the vertical axis at the edge. Vega's estimate of the tick width would push it out. */
function withTitlePlace(one: Layer, left: number): Layer {
  const y = one.encoding['y'] as { readonly title?: unknown; readonly axis?: object } | undefined;
  if (typeof y?.title !== 'string' || !y.axis) return one;
  const axis = { ...y.axis, titleX: TITLE_EDGE - left };
  return { ...one, encoding: { ...one.encoding, y: { ...y, axis } } };
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** Distance between lines. */
  readonly line: number;
}

/** Lines of text from this place down. */
function textLayers(lines: readonly string[], { x, y, line }: Place, look: object = {}): Layer[] {
  const mark = { type: 'text', align: 'left', baseline: 'top', ...look };
  return lines.map((text, row) =>
    layer([{ label: text }], mark, {
      x: { value: x },
      y: { value: y + row * line },
      text: { field: 'label' },
    }),
  );
}
