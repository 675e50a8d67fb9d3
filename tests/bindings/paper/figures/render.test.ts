/** Figures as SVG, PNG and JSON. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitModel } from 'wasmetrics';
import { coefficientFigure, type Figure, renderFigure } from 'wasmetrics/report';
import { data, makers, ols } from './figures.js';

describe('renderFigure', () => {
  it.each(Object.entries(makers))(
    'draws %s as SVG with its title and description',
    async (_, make) => {
      const figure = await make();
      const svg = await renderFigure(figure, 'svg');
      expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(svg.match(/<title>/g)).toHaveLength(1);
      expect(svg).toContain('<text');
      expect(svg).not.toMatch(/NaN|undefined|<image/);
    },
  );

  it('draws the same without eval', async () => {
    const figure = await makers.confidence();
    expect(await renderFigure(figure, 'svg', { ast: true })).toBe(
      await renderFigure(figure, 'svg'),
    );
  });

  it('escapes labels', async () => {
    const figure = await coefficientFigure([await fitModel(data, ols)], {
      labels: { x: '</text><script>alert(1)</script>', y: 'a & b <c>' },
    });
    const svg = await renderFigure(figure, 'svg');
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('<title>Coefficients in models of a &amp; b &lt;c&gt;</title>');
  });

  it('writes PNG of 85 mm at 300 dots per inch', async () => {
    const png = await renderFigure(await makers.correlation(), 'png');
    const view = new DataView(png.buffer, png.byteOffset);
    expect(view.getUint32(0)).toBe(0x89504e47);
    expect(view.getUint32(16)).toBe(Math.round((321 * 300) / 96));
  });

  it('refuses a font without the letters of the figure', async () => {
    const figure = await makers.correlation();
    await expect(renderFigure(figure, 'png', { font: '/no/such/font.ttf' })).rejects.toMatchObject({
      code: 'no-font',
    });
    const latin = '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf';
    if (!existsSync(latin)) return;
    const chinese = await coefficientFigure([await fitModel(data, ols)], { language: 'zh' });
    await expect(renderFigure(chinese, 'png', { font: latin })).rejects.toThrow(
      /lacks letters of the figure such as/,
    );
  });

  it('writes the specification as JSON', async () => {
    const figure = await makers.power();
    expect(JSON.parse(await renderFigure(figure, 'vl.json'))).toEqual(figure.spec);
  });

  it('refuses other formats, options and figures', async () => {
    const figure = await makers.power();
    const wrong = renderFigure as (...args: unknown[]) => Promise<unknown>;
    await expect(wrong(figure, 'gif')).rejects.toThrow(
      /expected one of svg, png, pdf, vl\.json, found gif/,
    );
    await expect(wrong(figure, 'png', { dpi: 1 })).rejects.toThrow(/whole number from 50 to 1200/);
    await expect(wrong({ kind: 'x' }, 'svg')).rejects.toMatchObject({ code: 'bad-value' });
    const broken = { ...figure, spec: { mark: 1 } } as unknown as Figure;
    await expect(renderFigure(broken, 'svg')).rejects.toMatchObject({ code: 'not-drawn' });
  });
});
