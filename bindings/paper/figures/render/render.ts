import { checkArgument, oneOf } from '../../../core/arguments/arguments.js';
import type { Figure } from '../figure.js';
import { checkRenderOptions, figureSchema, type RenderFigureOptions } from './options.js';
import { pdfOf } from './pdf.js';
import { pngOf, pngPackage } from './png.js';
import { named, svgOf } from './svg.js';
import { typstPackage } from '../../tables/paper/writers/compiled/compiler.js';

export const figureFormats = ['svg', 'png', 'pdf', 'vl.json'] as const;
export type FigureFormat = (typeof figureFormats)[number];

const DPI = 300;

/**
 * A figure as SVG with its fonts as text, as PNG or PDF, or as its specification in JSON. Packages are loaded only here.
 *
 * @throws InputError `bad-value`, `missing-package` with the command that installs it, `no-font`; EngineError `not-drawn`
 */
export function renderFigure(
  figure: Figure,
  format: 'svg' | 'vl.json',
  options?: RenderFigureOptions,
): Promise<string>;
export function renderFigure(
  figure: Figure,
  format: 'png' | 'pdf',
  options?: RenderFigureOptions,
): Promise<Uint8Array>;
export function renderFigure(
  figure: Figure,
  format: FigureFormat,
  options?: RenderFigureOptions,
): Promise<string | Uint8Array>;
export async function renderFigure(
  figure: Figure,
  format: FigureFormat,
  options: RenderFigureOptions = {},
): Promise<string | Uint8Array> {
  format = checkArgument('renderFigure', 'format', oneOf(figureFormats), format);
  checkArgument('renderFigure', 'figure', figureSchema, figure);
  checkRenderOptions(options);
  if (format === 'vl.json') return JSON.stringify(figure.spec, null, 2);
  const { ast = false, font, dpi = DPI } = options;
  const others = { png: [pngPackage], pdf: [typstPackage], svg: [] }[format];
  const svg =
    figure.svg === undefined ? await svgOf(figure, ast, others) : named(figure.svg, figure);
  if (format === 'pdf') return pdfOf(svg);
  return format === 'svg' ? svg : pngOf(svg, { font, dpi });
}
