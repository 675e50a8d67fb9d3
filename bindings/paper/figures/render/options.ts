import * as v from 'valibot';
import { checkKeys, flag, text, whole } from '../../../core/arguments/arguments.js';

export interface RenderFigureOptions {
  /**
   * Evaluate expressions with `vega-interpreter`, for pages whose policy forbids `eval`; the picture is the same.
   * Default false.
   */
  readonly ast?: boolean | undefined;
  /** Path of a font file for PNG, such as one with Chinese letters; by default the fonts of the system. */
  readonly font?: string | undefined;
  /** Dots per inch of PNG; default 300. */
  readonly dpi?: number | undefined;
}

const schemas = {
  ast: flag,
  font: text('the path of a font file'),
  dpi: whole(50, 1200),
};

/** @throws InputError `bad-value` */
export function checkRenderOptions(options: object): void {
  checkKeys('renderFigure', schemas, options);
}

const keyed = v.custom<object>((value) => typeof value === 'object' && value !== null);

/** The parts of a figure that rendering needs. */
export const figureSchema = v.looseObject(
  {
    kind: v.string('a figure'),
    title: v.string('a figure'),
    description: v.string('a figure'),
    spec: keyed,
    svg: v.optional(v.string('a figure')),
  },
  'a figure',
);
