/** A drawing without texts as PNG. */
import type { Resvg } from '@resvg/resvg-js';
import { optionalPackage } from '../../../../../data/optional-package.js';

const picturePackage: string = '@resvg/resvg-js';
/** Points per inch of the drawing. */
const POINTS = 72;

/** @throws InputError `missing-package` */
export async function pictureOf(svg: string, dpi: number): Promise<Uint8Array> {
  const renderer = await optionalPackage(
    picturePackage,
    'tables as PNG',
    () =>
      import(/* @vite-ignore */ /* webpackIgnore: true */ picturePackage) as Promise<{
        readonly Resvg: typeof Resvg;
      }>,
  );
  const picture = new renderer.Resvg(svg, { fitTo: { mode: 'zoom', value: dpi / POINTS } });
  return new Uint8Array(picture.render().asPng());
}
