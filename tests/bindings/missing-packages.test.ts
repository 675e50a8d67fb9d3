/** Figures and tables without the packages that write them. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { renderFigure as render } from '../../bindings/paper/figures/render/render.js';
import type { optionalPackage as loaded } from '../../bindings/data/optional-package.js';
import type { renderTable as rendered } from '../../bindings/paper/tables/paper/render.js';
import { makers } from './paper/figures/figures.js';

type OptionalPackage = typeof loaded;

const loader = '../../bindings/data/optional-package.js';
let renderFigure: typeof render;
let renderTable: typeof rendered;

// Files of tests share modules, so those that load packages are loaded anew.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(loader, async (original) => {
    const { optionalPackage } = await original<{ optionalPackage: OptionalPackage }>();
    const missing = Object.assign(new Error('missing'), { code: 'ERR_MODULE_NOT_FOUND' });
    return {
      optionalPackage: (name: string, use: string, _: unknown, all?: readonly string[]) =>
        optionalPackage(name, use, () => Promise.reject(missing), all),
    };
  });
  ({ renderFigure } = await import('../../bindings/paper/figures/render/render.js'));
  ({ renderTable: renderTable } = await import('../../bindings/paper/tables/paper/render.js'));
});
afterAll(() => {
  vi.doUnmock(loader);
  vi.resetModules();
});

it.each([
  ['svg', {}, 'vega vega-lite'],
  ['svg', { ast: true }, 'vega vega-lite vega-interpreter'],
  ['png', {}, 'vega vega-lite @resvg/resvg-js'],
] as const)('%s with %j names one command for all packages', async (format, options, all) => {
  await expect(renderFigure(await makers.power(), format, options)).rejects.toMatchObject({
    code: 'missing-package',
    message: `figures: the package vega is not installed; run npm install ${all}`,
  });
});

it.each([
  ['docx', 'tables in Word', 'docx'],
  ['xlsx', 'tables in Excel', 'write-excel-file'],
] as const)(
  'a table as %s names the command that installs its package',
  async (format, use, name) => {
    const { table } = await makers.power();
    await expect(renderTable(table, format)).rejects.toMatchObject({
      code: 'missing-package',
      message: `${use}: the package ${name} is not installed; run npm install ${name}`,
    });
  },
);
