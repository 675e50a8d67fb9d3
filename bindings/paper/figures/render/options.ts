import * as v from 'valibot';
import { checkKeys, flag, text, whole } from '../../../core/arguments/arguments.js';
import { expects } from '../../../words/expects.js';
import { aFigure, pathOfFont } from '../../../words/expectations/paper/figures.js';

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
  font: text(expects(pathOfFont())),
  dpi: whole(50, 1200),
};

/** @throws InputError `bad-value` */
export function checkRenderOptions(options: object): void {
  checkKeys('renderFigure', schemas, options);
}

const keyed = v.custom<object>((value) => typeof value === 'object' && value !== null);

const isFigure = expects(aFigure());

/** The parts of a figure that rendering needs. */
export const figureSchema = v.looseObject(
  {
    kind: v.string(isFigure),
    title: v.string(isFigure),
    description: v.string(isFigure),
    spec: keyed,
    svg: v.optional(v.string(isFigure)),
  },
  isFigure,
);
