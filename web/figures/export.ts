/** A drawing of the page as a file of its own: its styles become attributes, and its colours those of light paper. */

const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'dominant-baseline',
] as const;

/** Dots of a PNG per pixel of the drawing. */
const scale = 4;

/** The drawing as the text of an SVG file. */
export function svgTextOf(drawing: SVGSVGElement): string {
  const paper = document.createElement('div');
  paper.className = 'export-paper';
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  paper.append(copy);
  document.body.append(paper);
  for (const element of [copy, ...copy.querySelectorAll<SVGElement>('*')]) inline(element);
  paper.remove();
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

function inline(element: SVGElement): void {
  const computed = getComputedStyle(element);
  for (const name of properties) element.setAttribute(name, computed.getPropertyValue(name));
  element.removeAttribute('class');
  element.removeAttribute('style');
}

/** The drawing as a PNG on white. */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawing.viewBox.baseVal;
  const address = URL.createObjectURL(
    new Blob([svgTextOf(drawing)], { type: 'image/svg+xml;charset=utf-8' }),
  );
  const image = new Image(width * scale, height * scale);
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  const canvas = new OffscreenCanvas(width * scale, height * scale);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}
