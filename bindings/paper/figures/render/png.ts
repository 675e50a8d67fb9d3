/** A figure as PNG. */
import { InputError } from '../../../core/errors/errors.js';
import { optionalPackage } from '../../../data/optional-package.js';
import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js';
import { noFont } from '../../../words/errors/paper/figures.js';

interface Renderer {
  readonly Resvg: typeof Resvg;
}

/** The import does not have a literal name, so that bundlers ignore the native package. */
export const pngPackage: string = '@resvg/resvg-js';
/** CSS pixels per inch. */
const CSS_DPI = 96;

export interface PngOptions {
  readonly font?: string | undefined;
  readonly dpi: number;
}

/**
 * @throws InputError `missing-package` without `@resvg/resvg-js`, `no-font` if the fonts lack letters of the figure
 */
export async function pngOf(svg: string, { font, dpi }: PngOptions): Promise<Uint8Array> {
  const renderer = await optionalPackage(
    pngPackage,
    'figures as PNG',
    () => import(/* @vite-ignore */ /* webpackIgnore: true */ pngPackage) as Promise<Renderer>,
  );
  const fonts: ResvgRenderOptions['font'] =
    font === undefined ? { loadSystemFonts: true } : { loadSystemFonts: false, fontFiles: [font] };
  checkLetters(renderer, svg, fonts, font);
  const picture = new renderer.Resvg(svg, {
    fitTo: { mode: 'zoom', value: dpi / CSS_DPI },
    background: '#ffffff',
    font: fonts,
  });
  return new Uint8Array(picture.render().asPng());
}

/** A character that no font has. A font draws the same box for it as for every other missing character. */
const missing = '\u{10FFFD}';
/** Maximum number of letters compared. */
const MOST = 200;

/** Refuses a figure whose letters are missing in the fonts: the renderer would leave the text out. */
function checkLetters(
  { Resvg: Picture }: Renderer,
  svg: string,
  font: ResvgRenderOptions['font'],
  file: string | undefined,
): void {
  const extent = (text: string) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><text y="20" font-family="Arial, sans-serif">${text}</text></svg>`;
    const box = new Picture(drawing, { font }).getBBox();
    return box === undefined ? undefined : [box.x, box.y, box.width, box.height].join();
  };
  if (extent('a') === undefined) throw withoutLetters(file, []);
  const letters = [...new Set(svg.match(/\p{Script=Han}/gu))].slice(0, MOST);
  if (letters.length === 0) return;
  if (extent(letters.join('')) === extent(missing.repeat(letters.length))) {
    throw withoutLetters(file, letters.slice(0, 3));
  }
}

function withoutLetters(file: string | undefined, letters: readonly string[]): InputError {
  const fonts = file ?? 'the fonts of the system';
  return new InputError(noFont({ path: 'font', found: fonts, file, letters }), {
    of: 'figure',
    key: 'font',
  });
}
